import type { OperatorFunction } from "rxjs";
import type { Jobs } from "../config/connections.ts";
import { openJournal } from "../pipeline/journal.ts";
import { newBy, newRunId } from "../pipeline/journalNames.ts";
import { type RecordInput, recordInput } from "../pipeline/recordInput.ts";
import { RecordOutput } from "../pipeline/recordOutput.ts";
import { runStage } from "../pipeline/stageProcess.ts";
import { DamageNotes } from "../records/damageNotes.ts";
import { UsageError } from "../records/fault.ts";
import { type AnyRecord, isControl, type SourceRecord } from "../records/record.ts";
import type { StageContext } from "../stages/context.ts";
import { type OfflineContextRequest, offlineContext } from "./offlineContext.ts";
import { Progress } from "./progress.ts";
import type { World } from "./world.ts";

/** A stage about to run as a command. */
export interface StageCommand {
  readonly stage: string;
  /** A stage that others wrote may change records where they are: what it hands on is written anew. Ours never do. */
  readonly author?: "others" | undefined;
  /** Reads records from stdin; else it begins the pipe. */
  readonly reads: boolean;
  readonly allowEmpty: boolean;
  /** See `Stage.offline`. */
  readonly offline?: true | undefined;
  /** Stands for the configuration that records name. */
  readonly config?: string | undefined;
  /** Connections to one server; as many as its settings say unless given. */
  readonly jobs?: Jobs | undefined;
  /** fetch: the folder given with --to, for the journal. */
  readonly to?: string | undefined;
  /** Makes the work. Throws a `UsageError` before anything has started. */
  readonly prepare: (context: StageContext) => PreparedStage;
}

export interface PreparedStage {
  readonly operator: OperatorFunction<AnyRecord, AnyRecord>;
  readonly selection?: SourceRecord["selection"];
}

/** Runs a stage between stdin and stdout. */
export async function runStageCommand(command: StageCommand, world: World): Promise<number> {
  const { terminal, signals, stateFolder } = world;
  const { stage } = command;
  const by = newBy(stage);
  const output = new RecordOutput(world.stdout);
  let run = command.reads ? undefined : newRunId();
  let damaged = false;
  const context = await contextOf(command, {
    by,
    run: () => {
      run ??= newRunId();
      return run;
    },
    signal: AbortSignal.any([signals.signal, output.closed]),
    onDamage: () => {
      damaged = true;
    },
    world,
  });
  const progress = drawsProgress(command, world) ? new Progress(terminal) : undefined;
  const note = (message: string) => terminal.note(message);
  try {
    const { operator, selection } = command.prepare(context);
    return await runStage({
      stage,
      by,
      operator,
      input: command.reads ? inputOf(command, world) : undefined,
      output,
      stateFolder,
      openJournal(itsRun) {
        run ??= itsRun;
        return openJournal({ stateFolder, run, by, stage, selection, to: command.to, note });
      },
      run: () => context.run,
      signal: signals.signal,
      signalCode: () => signals.code(),
      extraCode: () => (damaged ? 3 : 0),
      allowEmpty: command.allowEmpty,
      note,
      watch(record) {
        progress?.see(record);
        detail(record, world);
      },
    });
  } finally {
    progress?.close();
    if (command.offline !== true) context.pools.close();
  }
}

async function contextOf(
  { offline, config, jobs }: StageCommand,
  request: OfflineContextRequest,
): Promise<StageContext> {
  if (offline === true) return offlineContext(request);
  const { openContext } = await import("./stageContext.ts");
  return openContext({ ...request, config, jobs });
}

function inputOf({ author }: StageCommand, world: World): RecordInput {
  const { records, facts, lineOf } = input(world);
  return author === "others" || lineOf === undefined ? { records, facts } : { records, facts, lineOf };
}

/** Records from stdin. Throws a `UsageError` when a person sits there. */
export function input(world: World): RecordInput {
  if (world.stdin.isTTY) {
    throw new UsageError(`${world.command}: records are read from stdin; pipe them in (${world.command} --help)`);
  }
  return recordInput(world.stdin, new DamageNotes("the input", (message) => world.terminal.note(message)));
}

/** Only one stage of a pipe draws: fetch, unless its records themselves go to the terminal. */
function drawsProgress(command: StageCommand, world: World): boolean {
  return world.terminal.isTerminal && !world.stdout.isTTY && command.stage === "fetch";
}

/** What -v shows. */
export function detail(record: AnyRecord, { terminal }: World): void {
  const words = detailOf(record);
  if (words === undefined) return;
  terminal.detail([record["server"], words].filter((part) => part !== undefined).join(": "));
}

function detailOf(record: AnyRecord): string | undefined {
  // Nothing is said of them, and they are nearly all.
  if (!isControl(record)) return undefined;
  const path = typeof record["path"] === "string" ? `${record["path"]} ` : "";
  if (record.type === "server") return `${record["host"]}:${record["port"]}`;
  if (record.type === "failure") return `${path}${record["code"]}: ${record["message"]}`;
  if (record.type === "listed") return `${record["files"]} files listed in ${record["ms"]} ms`;
  if (record.type === "harvested") return harvestedDetail(record);
  if (record.type === "skipped") return `${path}skipped: ${record["reason"]}`;
  return undefined;
}

function harvestedDetail({ fetched, ms, connections }: AnyRecord): string {
  const found = connections === undefined ? "" : `; connections: ${connections} were worth it`;
  return `${fetched} fetched in ${ms} ms${found}`;
}
