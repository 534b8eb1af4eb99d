import { pipelineGraph } from "../pipeline/pipelineGraph.ts";
import { commandLine, parse } from "./commandLine.ts";
import type { CommandRun } from "./main.ts";
import { openPipeline, pipelineOptions } from "./openPipeline.ts";
import { pipelineFacts } from "./pipelineFacts.ts";

/** `ftp-harvest graph pipeline.yaml` */
export const run: CommandRun = async (args, world) => {
  const line = commandLine("ftp-harvest graph", "Draw a pipeline as a Mermaid diagram", [
    ["ftp-harvest graph pipelines/harvest.yaml > harvest.mmd", "with servers, jobs and bounds"],
  ]).argument("<pipeline.yaml>", "the pipeline");
  const { values, operands } = parse(line, pipelineOptions, args, world);
  const pipeline = await openPipeline(operands, values, world);
  world.stdout.write(pipelineGraph(pipeline, pipelineFacts(pipeline, world)));
  return 0;
};
