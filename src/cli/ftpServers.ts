import { concat, from } from "rxjs";
import { serverRecord, serverSelectionOptions, serversStage } from "../stages/servers.ts";
import { commandLine, parse } from "./commandLine.ts";
import type { CommandRun } from "./main.ts";
import { runStageCommand } from "./stageCommand.ts";

/** `ftp-servers cfg.yaml [SERVER…]` */
export const run: CommandRun = async (args, world) => {
  const line = commandLine("ftp-servers", serversStage.summary, serversStage.examples)
    .argument("<cfg.yaml>", "the configuration")
    .argument("[SERVER...]", "only these servers");
  const { values, operands } = parse(line, serverSelectionOptions, args, world);
  const [config = "", ...names] = operands;
  return runStageCommand(
    {
      stage: "servers",
      reads: false,
      allowEmpty: false,
      prepare(context) {
        const selected = context.select(config, { names, ...values });
        const servers = from(selected.map((settings) => serverRecord(settings, context)));
        return { operator: (source) => concat(source, servers) };
      },
    },
    world,
  );
};
