import { resolve } from "node:path";
import { fetchStage } from "../stages/fetch.ts";
import { commandLine, parse } from "./commandLine.ts";
import type { CommandRun } from "./main.ts";
import { serversThatFit } from "./openFiles.ts";
import { inputOptions, runStageCommand } from "./stageCommand.ts";

/** `ftp-fetch [-j 5] [--to DIR]` */
export const run: CommandRun = async (args, world) => {
  const line = commandLine("ftp-fetch", fetchStage.summary, fetchStage.examples);
  const { values } = parse(line, { ...fetchStage.options, ...inputOptions }, args, world);
  const { allowEmpty, config, to } = values;
  return runStageCommand(
    {
      stage: "fetch",
      reads: true,
      allowEmpty,
      config,
      to: to === undefined ? undefined : resolve(to),
      prepare: (context) => ({
        operator: fetchStage.operator({ ...values, servers: Math.min(values.servers, serversThatFit()) }, context),
      }),
    },
    world,
  );
};
