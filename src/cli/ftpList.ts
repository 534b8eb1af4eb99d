import { concat, from } from "rxjs";
import { listStage } from "../stages/list.ts";
import { selectionOf, serverRecord, serverSelectionOptions } from "../stages/servers.ts";
import { commandLine, parse } from "./commandLine.ts";
import { inputOptions } from "./inputOptions.ts";
import type { CommandRun } from "./main.ts";
import { serversThatFit } from "./openFiles.ts";
import { runStageCommand } from "./stageCommand.ts";

const options = { ...listStage.options, ...serverSelectionOptions, ...inputOptions };

/** `ftp-list [cfg.yaml] [SERVER…]` */
export const run: CommandRun = async (args, world) => {
  const line = commandLine("ftp-list", listStage.summary, listStage.examples)
    .argument("[cfg.yaml]", "the configuration; without it, server records are read from stdin")
    .argument("[SERVER...]", "only these servers");
  const { values, operands } = parse(line, options, args, world);
  const [config, ...names] = operands;
  return runStageCommand(
    {
      stage: "list",
      reads: config === undefined,
      allowEmpty: values.allowEmpty,
      config: values.config,
      // In a pipe nothing is shared: the server's other connections are for fetching.
      jobs: values.jobs ?? 1,
      prepare(context) {
        const walk = listStage.operator({ ...values, servers: Math.min(values.servers, serversThatFit()) }, context);
        if (config === undefined) return { operator: walk };
        const { only, except } = values;
        const selected = context.select(config, { names, only, except });
        const servers = from(selected.map((settings) => serverRecord(settings, context)));
        return { operator: (source) => concat(source, servers).pipe(walk), selection: selectionOf(selected) };
      },
    },
    world,
  );
};
