import { pipelineWords } from "../pipeline/pipelineWords.ts";
import { commandLine, parse } from "./commandLine.ts";
import type { CommandRun } from "./main.ts";
import { openPipeline, pipelineOptions } from "./openPipeline.ts";
import { pipelineFacts } from "./pipelineFacts.ts";

/** `ftp-harvest check pipeline.yaml` */
export const run: CommandRun = async (args, world) => {
  const line = commandLine("ftp-harvest check", "Check a pipeline, and say in words what would run", [
    ["ftp-harvest check pipelines/harvest.yaml --set servers=mine.yaml", "what it would do with your servers"],
  ]).argument("<pipeline.yaml>", "the pipeline");
  const { values, operands } = parse(line, pipelineOptions, args, world);
  const pipeline = await openPipeline(operands, values, world);
  const lines = pipelineWords(pipeline, pipelineFacts(pipeline, world));
  world.stdout.write(lines.map((line) => `${line}\n`).join(""));
  return 0;
};
