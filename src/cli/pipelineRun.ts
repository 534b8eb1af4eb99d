import { resolve } from "node:path";
import { catchError, EMPTY, lastValueFrom, type MonoTypeOperatorFunction, type Observable, tap } from "rxjs";
import { type BackendWish, firstWish } from "../config/backendOptions.ts";
import type { Jobs } from "../config/connections.ts";
import type { OptionValues } from "../config/options.ts";
import type { ServerSettings } from "../config/server.ts";
import { Gate, gated, gatedAtOnce } from "../flow/gate.ts";
import { type Journal, openJournal } from "../pipeline/journal.ts";
import { newBy, newRunId } from "../pipeline/journalNames.ts";
import { pruneJournals } from "../pipeline/journalPrune.ts";
import { type DescribedStep, type PipelineRequest, pipelineRecords } from "../pipeline/pipelineRecords.ts";
import { RecordOutput } from "../pipeline/recordOutput.ts";
import { PARKED_MAX, runStage } from "../pipeline/stageProcess.ts";
import { foldCodes } from "../records/exitCode.ts";
import type { AnyRecord, Ending, EndRecord, SourceRecord } from "../records/record.ts";
import type { StageContext } from "../stages/context.ts";
import { ResultCollector } from "../stages/report/resultCollector.ts";
import type { reportStage } from "../stages/report.ts";
import { selectionOf } from "../stages/servers.ts";
import { type OpenBackend, openBackend } from "../threads/openBackend.ts";
import { printAndClose } from "./printResult.ts";
import { Progress } from "./progress.ts";
import { detail } from "./stageCommand.ts";
import { type HarvestContext, openContext } from "./stageContext.ts";
import type { World } from "./world.ts";

/** A pipeline to be run in this process. */
export interface PipelineRun {
  /** Connections to one server, for all steps: they share its sessions. */
  readonly jobs: Jobs | undefined;
  /** Bytes of files a second, from all servers together. */
  readonly rate?: number | undefined;
  /** Where servers are worked on; what it leaves open the configuration says. */
  readonly backend?: BackendWish;
  /** Makes the steps. Throws a `UsageError` before anything has started. */
  prepare(context: StageContext): PreparedPipeline;
  /** How the result set is printed; undefined where the records themselves are wanted. */
  readonly report: OptionValues<typeof reportStage.options> | undefined;
  readonly watch?: PipelineRequest["watch"];
  /** `at once`: all of its parts are, within the call that subscribes to the whole; see `gatedAtOnce`. */
  readonly subscribed?: "at once";
}

export interface PreparedPipeline {
  readonly source: PipelineRequest["source"];
  readonly steps: readonly DescribedStep[];
  /** The configuration that the servers come from; undefined where the records are saved ones. */
  readonly config?: string | undefined;
  /** The servers that must be in the report; none where the records are saved ones. */
  readonly selected: readonly ServerSettings[];
}

/** What a run learns beside its records. */
interface Learnt {
  readonly endings: (EndRecord | SourceRecord)[];
  damaged: boolean;
  /** A step had enough before all was listed. */
  enough: boolean;
  /** What ended the records before their time: a fault of ours, or of a stage that people wrote. */
  bug?: { readonly error: unknown };
}

/** A run that has been prepared. */
interface Started extends PreparedPipeline {
  readonly records: Observable<AnyRecord>;
  readonly context: StageContext;
  readonly learnt: Learnt;
  readonly world: World;
  readonly output: RecordOutput;
}

/** Runs a pipeline from its source to its report, or its records to stdout. Returns the exit code. */
export async function runPipeline(run: PipelineRun, world: World): Promise<number> {
  const itsRun = newRunId();
  const learnt: Learnt = { endings: [], damaged: false, enough: false };
  const output = new RecordOutput(world.stdout);
  const context = openContext({
    by: newBy("harvest"),
    run: () => itsRun,
    signal: run.report === undefined ? AbortSignal.any([world.signals.signal, output.closed]) : world.signals.signal,
    config: undefined,
    jobs: run.jobs,
    rate: run.rate,
    onDamage: () => {
      learnt.damaged = true;
    },
    onEnding: (ending) => learnt.endings.push(ending),
    world,
  });
  let opened: OpenBackend | undefined;
  try {
    const prepared = run.prepare(context);
    opened = backendFor(run, prepared, context);
    if (opened.close !== undefined) world.expectThreads();
    const onEnough = () => {
      learnt.enough = true;
    };
    const { jobs, rate, watch } = run;
    const request = { ...prepared, context, backend: opened.backend, jobs, rate, watch, onEnough };
    const started = { ...prepared, records: pipelineRecords(request), context, learnt, world, output };
    const code =
      run.report === undefined
        ? await toStdout(started)
        : await toReport(started, run.report, run.subscribed === "at once" ? gatedAtOnce : gated);
    return foldCodes(world.signals.code(), code, learnt.damaged ? 3 : 0);
  } finally {
    context.pools.close();
    await opened?.close?.();
    await pruneJournals({ stateFolder: world.stateFolder, keep: new Set([itsRun]) });
  }
}

/** Throws a `UsageError` where the configuration's word is none. */
function backendFor(
  { backend = {}, watch }: PipelineRun,
  { steps, config, selected }: PreparedPipeline,
  context: HarvestContext,
): OpenBackend {
  const { stateFolder, note } = context;
  const wish = firstWish(backend, config === undefined ? {} : context.backendOf(config));
  const servers = selected.length;
  return openBackend(wish, {
    steps,
    config,
    pipe: context.pipe,
    watched: watch !== undefined,
    servers,
    env: context.env,
    stateFolder,
    overall: context.pools.overall,
    note,
  });
}

/** The records as a stage of a pipe writes them. */
async function toStdout(started: Started): Promise<number> {
  const { records, context, learnt, world, output } = started;
  const { run, by, note } = context;
  return runStage({
    stage: "harvest",
    by,
    operator: () => records,
    input: undefined,
    output,
    stateFolder: world.stateFolder,
    openJournal: () => journalOf(started),
    run: () => run,
    signal: world.signals.signal,
    signalCode: () => world.signals.code(),
    // What a saved stream or a foreign program did goes into the `end` record, too.
    extraCode: () => foldCodes(learnt.damaged ? 3 : 0, ...learnt.endings.map(codeOf)),
    hadEnough: () => learnt.enough,
    allowEmpty: true,
    note,
    watch: (record) => detail(record, world),
  });
}

function codeOf(ending: EndRecord | SourceRecord): number {
  return ending.type === "end" ? ending.code : 0;
}

/** The records into the result set, which is printed. A bug takes none of what came before it: it is thrown when that is told. */
async function toReport(
  started: Started,
  { format, withUnchanged }: OptionValues<typeof reportStage.options>,
  gatedBy: typeof gatedAtOnce,
): Promise<number> {
  const { records, context, learnt, world } = started;
  const { run, by, note } = context;
  const journal = journalOf(started);
  const collector = new ResultCollector({ withUnchanged, note });
  const progress = world.terminal.isTerminal ? new Progress(world.terminal) : undefined;
  const see = (record: AnyRecord) => {
    journal.control(record);
    progress?.see(record);
    detail(record, world);
    collector.add(record);
  };
  try {
    const seen = records.pipe(endedByBug(learnt), tap(see), gatedBy(new Gate(PARKED_MAX)));
    await lastValueFrom(seen, { defaultValue: undefined });
    for (const ending of [...learnt.endings, ...itsSource(started)]) collector.add(ending);
    const result = await collector.finish();
    const code = foldCodes(world.signals.code(), result.code, learnt.damaged ? 3 : 0);
    if (learnt.bug === undefined) {
      journal.end({ type: "end", run, by, stage: "harvest", code, counts: {}, inputs: [] });
    }
    progress?.close();
    const printed = await printAndClose(result, format, world);
    if (learnt.bug !== undefined) throw learnt.bug.error;
    return foldCodes(code, printed);
  } finally {
    progress?.close();
    collector.close();
    journal.close();
  }
}

function endedByBug(learnt: Learnt): MonoTypeOperatorFunction<AnyRecord> {
  return catchError((error) => {
    learnt.bug = { error };
    return EMPTY;
  });
}

/** The listing that this process was; none where its records were saved before, unless they were not read to their end. */
function itsSource({ context, learnt, selected, steps }: Started): SourceRecord[] {
  if (selected.length === 0 && learnt.bug === undefined) return [];
  const { run, by } = context;
  const how = howEnded(learnt);
  const to = folderOf(steps);
  const source = { type: "source", run, by, stage: "list", how, selection: selectionOf(selected) } as const;
  return [to === undefined ? source : { ...source, to }];
}

function howEnded({ bug, enough }: Learnt): Ending {
  if (bug !== undefined) return "cut";
  return enough ? "closed" : "ended";
}

function journalOf({ context, selected, steps, world }: Started): Journal {
  const { run, by, note } = context;
  const selection = selected.length === 0 ? undefined : selectionOf(selected);
  const { stateFolder } = world;
  return openJournal({ stateFolder, run, by, stage: "harvest", selection, to: folderOf(steps), note });
}

/** The folder that fetch was given. */
function folderOf(steps: readonly DescribedStep[]): string | undefined {
  const to = steps.find(({ stage }) => stage.name === "fetch")?.values["to"];
  return typeof to === "string" ? resolve(to) : undefined;
}
