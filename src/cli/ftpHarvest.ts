import { resolve } from "node:path";
import { from, lastValueFrom, mergeMap } from "rxjs";
import type { OptionValues } from "../config/options.ts";
import type { ServerSettings } from "../config/server.ts";
import { inlineBackend } from "../pipeline/backend.ts";
import { openJournal } from "../pipeline/journal.ts";
import { newBy, newRunId } from "../pipeline/journalNames.ts";
import { pruneJournals } from "../pipeline/journalPrune.ts";
import { foldCodes } from "../records/exitCode.ts";
import type { AnyRecord } from "../records/record.ts";
import type { StageContext } from "../stages/context.ts";
import { fetchStage } from "../stages/fetch.ts";
import { listStage } from "../stages/list.ts";
import { ResultCollector } from "../stages/report/resultCollector.ts";
import { reportStage } from "../stages/report.ts";
import { selectionOf, serverRecord, serverSelectionOptions } from "../stages/servers.ts";
import { commandLine, parse } from "./commandLine.ts";
import type { CommandRun } from "./main.ts";
import { serversThatFit } from "./openFiles.ts";
import { printAndClose } from "./printResult.ts";
import { Progress } from "./progress.ts";
import { detail } from "./stageCommand.ts";
import { openContext } from "./stageContext.ts";
import type { World } from "./world.ts";

const options = { ...listStage.options, ...serverSelectionOptions, ...fetchStage.options, ...reportStage.options };

const examples = [
  ["ftp-harvest cfg.yaml", "harvest all servers, in one process"],
  ["ftp-harvest cfg.yaml branch-001 -j 2 --to /data", "one server, two connections, into another folder"],
  ["ftp-harvest schema", "print the JSON Schema of cfg.yaml"],
  ["ftp-harvest demo", "try it on ten embedded servers"],
] as const;

type Values = OptionValues<typeof options>;

/** `ftp-harvest cfg.yaml [SERVER…]`, and the words that are not harvests. */
export const run: CommandRun = async (args, world) => {
  if (args[0] === "schema") return (await import("./schemaCommand.ts")).run(args.slice(1), world);
  if (args[0] === "demo") return (await import("./demoCommand.ts")).run(args.slice(1), world);
  const line = commandLine("ftp-harvest", "List, fetch and report in one process", examples)
    .argument("<cfg.yaml>", "the configuration; or `schema`, or `demo`")
    .argument("[SERVER...]", "only these servers");
  const { values: given, operands } = parse(line, options, args, world);
  const values = { ...given, servers: Math.min(given.servers, serversThatFit()) };
  const [config = "", ...names] = operands;
  const { signals } = world;
  const itsRun = newRunId();
  const by = newBy("harvest");
  const context = openContext({
    by,
    run: () => itsRun,
    signal: signals.signal,
    config: undefined,
    jobs: values.jobs,
    world,
  });
  const selected = context.select(config, { names, only: values.only, except: values.except });
  try {
    return foldCodes(signals.code(), await harvest(selected, values, context, world));
  } finally {
    context.pools.close();
    await pruneJournals({ stateFolder: world.stateFolder, keep: new Set([itsRun]) });
  }
};

/** From the servers to the printed report. Returns the exit code. */
async function harvest(
  selected: readonly ServerSettings[],
  values: Values,
  context: StageContext,
  world: World,
): Promise<number> {
  const { run: itsRun, by, note } = context;
  const selection = selectionOf(selected);
  const to = values.to === undefined ? undefined : resolve(values.to);
  const journal = openJournal({
    stateFolder: world.stateFolder,
    run: itsRun,
    by,
    stage: "harvest",
    selection,
    to,
    note,
  });
  const collector = new ResultCollector({ withUnchanged: values.withUnchanged, note });
  const progress = world.terminal.isTerminal ? new Progress(world.terminal) : undefined;
  const emit = (record: AnyRecord) => {
    journal.control(record);
    progress?.see(record);
    detail(record, world);
    collector.add(record);
  };
  try {
    await work(selected, values, context, emit);
    collector.add({ type: "source", run: itsRun, by, stage: "list", how: "ended", selection, to });
    const result = collector.finish();
    const code = foldCodes(world.signals.code(), result.code);
    journal.end({ type: "end", run: itsRun, by, stage: "harvest", code, counts: {}, inputs: [] });
    progress?.close();
    return foldCodes(code, await printAndClose(result, values.format, world));
  } finally {
    progress?.close();
    collector.close();
    journal.close();
  }
}

/** Takes each server through the stages, several at once. */
async function work(
  selected: readonly ServerSettings[],
  values: Values,
  context: StageContext,
  emit: (record: AnyRecord) => void,
): Promise<void> {
  const steps = [listStage.operator(values, context), fetchStage.operator(values, context)];
  const request = { run: context.run, epoch: 1, signal: context.signal, emit };
  const servers = from(selected.map((settings) => serverRecord(settings, context)));
  const done = servers.pipe(mergeMap((server) => inlineBackend.run(server, steps, request), values.servers));
  await lastValueFrom(done, { defaultValue: undefined });
}
