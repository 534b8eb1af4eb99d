import { resolve } from "node:path";
import { defer, from, lastValueFrom, mergeMap } from "rxjs";
import { inlineBackend } from "../pipeline/backend.ts";
import { openJournal } from "../pipeline/journal.ts";
import { newBy, newRunId } from "../pipeline/journalNames.ts";
import { pruneJournals } from "../pipeline/journalPrune.ts";
import { foldCodes } from "../records/exitCode.ts";
import type { AnyRecord } from "../records/record.ts";
import { fetchStage } from "../stages/fetch.ts";
import { listStage } from "../stages/list.ts";
import { ResultCollector } from "../stages/report/resultCollector.ts";
import { reportStage } from "../stages/report.ts";
import { selectionOf, serverRecord, serverSelectionOptions } from "../stages/servers.ts";
import { commandLine, parse } from "./commandLine.ts";
import type { CommandRun } from "./main.ts";
import { printResult } from "./printResult.ts";
import { Progress } from "./progress.ts";
import { detail } from "./stageCommand.ts";
import { openContext } from "./stageContext.ts";

const options = { ...listStage.options, ...serverSelectionOptions, ...fetchStage.options, ...reportStage.options };

const examples = [
  ["ftp-harvest cfg.yaml", "harvest all servers, in one process"],
  ["ftp-harvest cfg.yaml branch-001 -j 2 --to /data", "one server, two connections, into another folder"],
  ["ftp-harvest schema", "print the JSON Schema of cfg.yaml"],
  ["ftp-harvest demo", "try it on ten embedded servers"],
] as const;

/** `ftp-harvest cfg.yaml [SERVER…]`, and the words that are not harvests. */
export const run: CommandRun = async (args, world) => {
  if (args[0] === "schema") return (await import("./schemaCommand.ts")).run(args.slice(1), world);
  if (args[0] === "demo") return (await import("./demoCommand.ts")).run(args.slice(1), world);
  const line = commandLine("ftp-harvest", "List, fetch and report in one process", examples)
    .argument("<cfg.yaml>", "the configuration; or `schema`, or `demo`")
    .argument("[SERVER...]", "only these servers");
  const { values, operands } = parse(line, options, args, world);
  const [config = "", ...names] = operands;
  const { terminal, signals, stateFolder } = world;
  const by = newBy("harvest");
  const itsRun = newRunId();
  const context = openContext({ by, run: () => itsRun, signal: signals.signal, config: undefined, world });
  const note = (message: string) => terminal.note(message);
  const selected = context.select(config, { names, only: values.only, except: values.except });
  const selection = selectionOf(selected);
  const to = values.to === undefined ? undefined : resolve(values.to);
  const journal = openJournal({ stateFolder, run: itsRun, by, stage: "harvest", selection, to, note });
  const collector = new ResultCollector({ withUnchanged: values.withUnchanged, note });
  const progress = terminal.isTerminal ? new Progress(terminal) : undefined;
  const emit = (record: AnyRecord) => {
    journal.control(record);
    progress?.see(record);
    detail(record, world);
    collector.add(record);
  };
  const steps = [listStage.operator(values, context), fetchStage.operator(values, context)];
  const request = { run: itsRun, epoch: 1, signal: signals.signal, emit };
  try {
    const servers = from(selected.map((settings) => serverRecord(settings, context)));
    const work = servers.pipe(
      mergeMap((server) => defer(() => inlineBackend.run(server, steps, request)), values.servers),
    );
    await lastValueFrom(work, { defaultValue: undefined });
    collector.add({ type: "source", run: itsRun, by, stage: "list", how: "ended", selection, to });
    const result = collector.finish();
    const code = foldCodes(signals.code(), result.code);
    journal.end({ type: "end", run: itsRun, by, stage: "harvest", code, counts: {}, inputs: [] });
    progress?.close();
    try {
      return foldCodes(code, await printResult(result, values.format, world));
    } finally {
      result.close();
    }
  } finally {
    progress?.close();
    collector.close();
    context.pools.close();
    journal.close();
    await pruneJournals({ stateFolder, keep: new Set([itsRun]) });
  }
};
