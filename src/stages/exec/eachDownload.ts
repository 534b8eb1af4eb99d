import { defer, finalize, mergeMap, type OperatorFunction, pipe } from "rxjs";
import type { ProgramCommand } from "../../config/commandKind.ts";
import { boundedMergeMap } from "../../flow/boundedMergeMap.ts";
import { bypass } from "../../flow/bypass.ts";
import { onAbort } from "../../ftp/onAbort.ts";
import { Fault } from "../../records/fault.ts";
import { textOf } from "../../records/fields.ts";
import { printable } from "../../records/printable.ts";
import type { AnyRecord } from "../../records/record.ts";
import type { StageContext } from "../context.ts";
import { faultRecord } from "../faultRecord.ts";
import { filledArguments } from "./placeholders.ts";
import { startProgram } from "./program.ts";
import { ProgramNotes } from "./programNotes.ts";
import { shownCommand } from "./shownCommand.ts";
import { troubleOf } from "./trouble.ts";

export interface EachRequest {
  /** With placeholders in its arguments. */
  readonly command: ProgramCommand;
  /** Commands at once. */
  readonly procs: number;
  readonly context: StageContext;
}

/**
 * The command once for each file that was fetched; its `download` record passes when the command has ended, and a `failure` behind it
 * where that went wrong. All other records pass at once.
 */
export function eachDownload({ command, procs, context }: EachRequest): OperatorFunction<AnyRecord, AnyRecord> {
  return (source) =>
    defer(() => {
      const stop = new AbortController();
      const signal = AbortSignal.any([context.signal, stop.signal]);
      const notes = new ProgramNotes(command, (message) => context.note(message));
      const runOn = async (record: AnyRecord): Promise<readonly AnyRecord[]> => {
        const trouble = await troubleWith(record, { command, signal, notes });
        return trouble === undefined ? [record] : [record, failure(record, trouble, context)];
      };
      return source.pipe(
        bypass(
          isFetched,
          pipe(
            boundedMergeMap((record) => runOn(record), procs),
            mergeMap((records) => records),
          ),
          (record) => [record],
        ),
        finalize(() => stop.abort()),
      );
    });
}

function isFetched(record: AnyRecord): record is AnyRecord {
  return record.type === "download" && record["status"] === "fetched";
}

interface RunRequest {
  readonly command: ProgramCommand;
  readonly signal: AbortSignal;
  readonly notes: ProgramNotes;
}

/** Runs the command on a file. Resolves with what went wrong, if anything did. */
async function troubleWith(record: AnyRecord, { command, signal, notes }: RunRequest): Promise<string | undefined> {
  const shown = shownCommand(command);
  // The file is here, so no later harvest runs the command on it: that must be said.
  if (signal.aborted) return `${shown} was not run: the harvest was stopped`;
  try {
    const [file, ...args] = command;
    const program = startProgram([file, ...filledArguments(args, record)], "ignore");
    const lastWords = notes.listen(program.stderr);
    notes.listen(program.stdout);
    const forgetAbort = onAbort(signal, () => program.stop());
    const end = await program.ended;
    forgetAbort();
    return troubleOf({ shown, end, harmless: 0, lastWords: lastWords() });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return `${shown} was not run: ${error.message}`;
  }
}

/** It has no `path`: that would make it the file's outcome, and the file is here. */
function failure(record: AnyRecord, trouble: string, context: StageContext): AnyRecord {
  const fields = ["server", "config", "name", "local"].map((field) => [field, textOf(record, field)] as const);
  const where = Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  const fault = new Fault("command", `${printable(textOf(record, "name") ?? "")}: ${trouble}`);
  return faultRecord(fault, { run: record.run ?? context.run, by: context.by, stage: "exec", ...where });
}
