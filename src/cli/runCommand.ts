import { path, switchKind } from "../config/kinds.ts";
import type { Pipeline } from "../pipeline/pipeline.ts";
import { pipelineShell } from "../pipeline/pipelineShell.ts";
import { Trace } from "../pipeline/trace.ts";
import { commandLine, parse } from "./commandLine.ts";
import type { CommandRun } from "./main.ts";
import { openPipeline, pipelineOptions, runOf } from "./openPipeline.ts";
import { type PipelineRun, runPipeline } from "./pipelineRun.ts";
import type { World } from "./world.ts";

const options = {
  ...pipelineOptions,
  printShell: { kind: switchKind, default: false, help: "print the equal pipe of commands instead of running it" },
  trace: { kind: path, help: "folder for the records of each step, as NDJSON" },
} as const;

/** `ftp-harvest run pipeline.yaml [--set KEY=VALUE] [--print-shell] [--trace DIR]` */
export const run: CommandRun = async (args, world) => {
  const line = commandLine("ftp-harvest run", "Run a pipeline", [
    ["ftp-harvest run pipelines/harvest.yaml --set servers=mine.yaml", "the pipeline on your servers"],
    ["ftp-harvest run pipeline.yaml --print-shell | bash", "the same as a pipe of commands"],
  ]).argument("<pipeline.yaml>", "the pipeline; paths in it are relative to the working directory");
  const { values, operands } = parse(line, options, args, world);
  const pipeline = await openPipeline(operands, values, world);
  if (values.printShell) {
    world.stdout.write(pipelineShell(pipeline));
    return 0;
  }
  return values.trace === undefined ? runPipeline(runOf(pipeline), world) : runTraced(pipeline, values.trace, world);
};

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
