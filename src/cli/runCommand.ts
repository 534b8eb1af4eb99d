import { backendOptions, firstWish } from "../config/backendOptions.ts";
import { path, switchKind } from "../config/kinds.ts";
import type { Pipeline } from "../pipeline/pipeline.ts";
import { pipelineShell } from "../pipeline/pipelineShell.ts";
import { Trace } from "../pipeline/trace.ts";
import { UsageError } from "../records/fault.ts";
import { reportStage } from "../stages/report.ts";
import type { Stage } from "../stages/stage.ts";
import { commandLine, parse } from "./commandLine.ts";
import type { CommandRun } from "./main.ts";
import { openPipeline, pipelineOptions, runOf } from "./openPipeline.ts";
import { type PipelineRun, runPipeline } from "./pipelineRun.ts";
import { sayRefused } from "./sayRefused.ts";
import type { World } from "./world.ts";

const options = {
  ...pipelineOptions,
  printShell: { kind: switchKind, default: false, help: "print the equal pipe of commands instead of running it" },
  ...backendOptions,
  trace: { kind: path, help: "folder for the records of each step, as NDJSON" },
} as const;

/** `ftp-harvest run pipeline.yaml [--set KEY=VALUE] [--print-shell] [--trace DIR]` */
export const run: CommandRun = async (args, world) => {
  const line = commandLine("ftp-harvest run", "Run a pipeline", [
    ["ftp-harvest run pipelines/harvest.yaml --set servers=mine.yaml", "the pipeline on your servers"],
    ["ftp-harvest run pipeline.yaml --print-shell | bash", "the same as a pipe of commands"],
  ]).argument("<pipeline.yaml>", "the pipeline; paths in it are relative to the working directory");
  const { values, operands } = parse(line, options, args, world);
  // What can't be read is taken for one that ends in a report.
  let writesRecords = false;
  try {
    const pipeline = await openPipeline(operands, values, world, (stages) => {
      writesRecords = !values.printShell && stages.length > 0 && !stages.some(isReport);
    });
    if (!values.printShell) {
      const backend = firstWish(values, pipeline.backend);
      return await runOrTrace({ ...pipeline, backend }, values.trace, world);
    }
    world.stdout.write(pipelineShell(pipeline));
    return 0;
  } catch (error) {
    if (error instanceof UsageError && writesRecords) await sayRefused("harvest", world);
    throw error;
  }
};

function isReport({ name }: Stage): boolean {
  return name === reportStage.name;
}

function runOrTrace(pipeline: Pipeline, folder: string | undefined, world: World): Promise<number> {
  return folder === undefined ? runPipeline(runOf(pipeline), world) : runTraced(pipeline, folder, world);
}

async function runTraced(pipeline: Pipeline, folder: string, world: World): Promise<number> {
  const run = runOf(pipeline);
  let trace: Trace | undefined;
  const prepare: PipelineRun["prepare"] = (context) => {
    const prepared = run.prepare(context);
    // Not sooner: nothing is written for a pipeline that can't run.
    trace = Trace.open(folder, pipeline.steps, context);
    return prepared;
  };
  try {
    const code = await runPipeline({ ...run, prepare, watch: (place, record) => trace?.see(place, record) }, world);
    trace?.finish();
    return code;
  } finally {
    trace?.close();
  }
}
