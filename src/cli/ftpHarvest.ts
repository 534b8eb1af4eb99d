import { from } from "rxjs";
import { backendOptions } from "../config/backendOptions.ts";
import { fetchStage } from "../stages/fetch.ts";
import { listStage } from "../stages/list.ts";
import { reportStage } from "../stages/report.ts";
import { serverRecord, serverSelectionOptions } from "../stages/servers.ts";
import { commandLine, parse } from "./commandLine.ts";
import type { CommandRun } from "./main.ts";
import { fitted } from "./stepCommand.ts";

const options = {
  ...listStage.options,
  ...serverSelectionOptions,
  ...fetchStage.options,
  ...backendOptions,
  ...reportStage.options,
};

const examples = [
  ["ftp-harvest cfg.yaml", "harvest all servers, in one process"],
  ["ftp-harvest cfg.yaml branch-001 -j 2 --to /data", "one server, two connections, into another folder"],
  ["ftp-harvest run pipeline.yaml --set servers=cfg.yaml", "run a pipeline; also `check` and `graph`"],
  ["ftp-harvest bench cfg.yaml", "measure your servers, and propose settings"],
  ["ftp-harvest schema", "print the JSON Schema of cfg.yaml"],
  ["ftp-harvest demo", "try it on ten embedded servers"],
] as const;

/** First words that are no configurations. */
const WORDS: Readonly<Record<string, () => Promise<{ readonly run: CommandRun }>>> = {
  run: () => import("./runCommand.ts"),
  check: () => import("./checkCommand.ts"),
  graph: () => import("./graphCommand.ts"),
  bench: () => import("./benchCommand.ts"),
  schema: () => import("./schemaCommand.ts"),
  demo: () => import("./demoCommand.ts"),
};

/** `ftp-harvest cfg.yaml [SERVER…]`, and the words that are not harvests. */
export const run: CommandRun = async (args, world) => {
  const [word = "", ...others] = args;
  if (Object.hasOwn(WORDS, word)) return (await WORDS[word]?.())?.run(others, world) ?? 2;
  const line = commandLine("ftp-harvest", "List, fetch and report in one process", examples)
    .argument("<cfg.yaml>", `the configuration; or one of ${Object.keys(WORDS).join(", ")}`)
    .argument("[SERVER...]", "only these servers");
  const { values: given, operands } = parse(line, options, args, world);
  const values = fitted(given);
  const [config = "", ...names] = operands;
  const { only, except } = values;
  // Who asks for help needs no FTP.
  const { runPipeline } = await import("./pipelineRun.ts");
  return runPipeline(
    {
      jobs: values.jobs,
      rate: values.rate,
      report: values,
      backend: values,
      subscribed: "at once",
      prepare(context) {
        const selected = context.select(config, { names, only, except });
        return {
          source: { servers: from(selected.map((settings) => serverRecord(settings, context))) },
          config,
          steps: [listStage, fetchStage].map((stage) => ({ stage, values })),
          selected,
        };
      },
    },
    world,
  );
};
