import { EMPTY, filter, lastValueFrom, type Observable, type OperatorFunction, tap } from "rxjs";
import { Gate, gated } from "../flow/gate.ts";
import { foldCodes } from "../records/exitCode.ts";
import type { AnyRecord, EndRecord, InputEnding } from "../records/record.ts";
import { Tally } from "../records/tally.ts";
import { endingNotes } from "./endingNotes.ts";
import type { Endings } from "./endings.ts";
import type { Journal } from "./journal.ts";
import { lateBy } from "./lateBy.ts";
import { readerLeft } from "./readerLeft.ts";
import type { RecordInput } from "./recordInput.ts";
import type { RecordOutput } from "./recordOutput.ts";
import { watchedInput } from "./watchedInput.ts";

/** One stage running as a process of its own. */
export interface StageProcess {
  readonly stage: string;
  readonly by: string;
  /** The work, from input records to output records. */
  readonly operator: OperatorFunction<AnyRecord, AnyRecord>;
  /** Undefined for a stage that begins a pipe. */
  readonly input: RecordInput | undefined;
  readonly output: RecordOutput;
  readonly stateFolder: string;
  /** Opens the journal, once the run is known. */
  readonly openJournal: (run: string) => Journal;
  /** The run, for a stage that begins one; others take it from their input. */
  readonly run: () => string;
  /** Aborted by a signal of the system. */
  readonly signal: AbortSignal;
  /** The exit code that the signal stands for. */
  readonly signalCode: () => number;
  /** Faults that are in no record of this stage, found out when its records are over: 0 unless given. */
  readonly extraCode?: () => number;
  /** Whether servers of the journal's selection are left out because a step had enough: no unless given. */
  readonly hadEnough?: () => boolean;
  /** An empty input is no fault. */
  readonly allowEmpty: boolean;
  readonly note: (message: string) => void;
  /** Shown every record that goes out. */
  readonly watch: (record: AnyRecord) => void;
}

/**
 * Records that may wait in all queues of a process. With many servers on one stream those of a slow one wait here while the
 * others go on; past it the input waits for the slow one too.
 */
export const PARKED_MAX = 100_000;

/**
 * After a signal nothing is begun any more, but those before got it as well and have last words (what is not complete, their
 * `end`), which belong into the report: the input is read on for as long.
 */
const LAST_WORDS_MS = 2_000;

/** Runs a stage from the first record to its `end`. Returns the exit code. Rejects only on a bug; the stream has no `end` then. */
export async function runStage(process: StageProcess): Promise<number> {
  const { by, stage, output, signal, note } = process;
  const gate = new Gate(PARKED_MAX);
  const tally = new Tally();
  const stop = AbortSignal.any([lateBy(LAST_WORDS_MS, signal), output.closed]);
  let journal: Journal | undefined;
  let endings: Endings | undefined;
  const journalOf = (run: string): Journal => {
    journal ??= process.openJournal(run);
    return journal;
  };
  output.gate = gate;
  output.beforeWrite = () => journal?.flush();
  output.closed.addEventListener("abort", () => journal?.closed(), { once: true });
  const input =
    process.input === undefined
      ? EMPTY
      : watchedInput({
          input: process.input,
          stateFolder: process.stateFolder,
          stop,
          onSource: (source, run) => journalOf(run).from(source, run),
          onEndings(found) {
            endings = found;
            tellEndings(found, process);
          },
        });
  await drain(
    input.pipe(
      // The ends of the stages before are folded into the one of this.
      filter((record: AnyRecord) => record.type !== "end"),
      process.operator,
      tap((record) => {
        if (record.by === by) keep(record, journalOf(process.run()), output.closed.aborted);
        if (!output.closed.aborted) tally.add(record);
        process.watch(record);
        output.record(record, process.input?.lineOf?.(record));
      }),
      gated(gate),
    ),
  );
  const codes = [tally.code, process.extraCode?.() ?? 0, ...codesOf(endings, process)];
  const code = foldCodes(...codes, signal.aborted ? process.signalCode() : 0);
  const end = endRecord({ process, stage, code, endings, tally });
  journalOf(end.run).end(end);
  output.record(end);
  await output.end();
  journal?.close();
  if (!output.closed.aborted || readerLeft(output.closed.reason)) return code;
  note(`can't write: ${messageOf(output.closed.reason)}`);
  return foldCodes(code, 3);
}

/** When the reader has left, what is broken off because of that is not the source's fault; only sums are kept then. */
function keep(record: AnyRecord, journal: Journal, readerLeft: boolean): void {
  if (!readerLeft || record.type === "harvested") journal.control(record);
}

async function drain(records: Observable<AnyRecord>): Promise<void> {
  await lastValueFrom(records, { defaultValue: undefined });
}

function tellEndings(endings: Endings, process: StageProcess): void {
  if (process.signal.aborted || process.output.closed.aborted) return;
  // A stage before could not start and has said why.
  if (endings.ends.some((end) => end.code === 2)) return;
  for (const message of endingNotes(endings)) {
    if (!(endings.empty && process.allowEmpty)) process.note(message);
  }
}

function codesOf(endings: Endings | undefined, process: StageProcess): number[] {
  if (endings === undefined) return [];
  const forgiven = endings.empty && process.allowEmpty && !endings.cut;
  return [forgiven ? 0 : endings.code, ...endings.ends.map((end) => end.code)];
}

function endRecord(facts: {
  readonly process: StageProcess;
  readonly stage: string;
  readonly code: number;
  readonly endings: Endings | undefined;
  readonly tally: Tally;
}): EndRecord {
  const { process, stage, code, endings, tally } = facts;
  const inputs: InputEnding[] = endings?.sources.map(({ by, how }) => ({ by, how })) ?? [];
  const { damaged, bytes } = process.input?.facts() ?? { damaged: 0, bytes: 1 };
  return {
    type: "end",
    run: process.run(),
    by: process.by,
    stage,
    code,
    counts: tally.counts,
    inputs,
    ...(bytes === 0 && endings?.empty === true ? { empty: true } : {}),
    ...(damaged > 0 ? { damaged } : {}),
    ...(process.hadEnough?.() === true ? { enough: true } : {}),
  };
}

function messageOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason);
}
