import { resolve } from "node:path";
import type { Command } from "commander";
import type { OptionTable, OptionValues } from "../config/options.ts";
import { kebab } from "../config/spelling.ts";
import { UsageError } from "../records/fault.ts";
import type { Stage } from "../stages/stage.ts";
import { commandLine, parse } from "./commandLine.ts";
import { inputOptions } from "./inputOptions.ts";
import type { CommandRun } from "./main.ts";
import { serversThatFit } from "./openFiles.ts";
import { runStageCommand, type StageCommand } from "./stageCommand.ts";

/** The command of a stage that stands in the middle of a pipe: its options as flags, its main option as operand, too. */
export function stepCommand(stage: Stage, author?: StageCommand["author"]): CommandRun {
  return async (args, world) => {
    const line = withOperand(commandLine(world.command, stage.summary, stage.examples), stage);
    const { values: given, operands } = parse(line, withInputOptions(stage, world.command), args, world);
    demandOne(stage, line, operands, world.command);
    const values: OptionValues<OptionTable> = fitted({ ...given, ...fromOperands(stage, operands, world.command) });
    demandRequired(stage, values, world.command);
    const to = values["to"];
    return runStageCommand(
      {
        stage: stage.name,
        author,
        reads: true,
        allowEmpty: given.allowEmpty,
        offline: stage.offline,
        config: given.config,
        to: typeof to === "string" ? resolve(to) : undefined,
        prepare: (context) => ({ operator: stage.operator(values, context) }),
      },
      world,
    );
  };
}

/** Not more servers at once than open files allow. */
export function fitted<V extends OptionValues<OptionTable>>(values: V): V {
  const servers = values["servers"];
  return typeof servers === "number" ? { ...values, servers: Math.min(servers, serversThatFit()) } : values;
}

/** Who asks for no server needs no configuration that stands for another one. */
function withInputOptions(
  { options, offline }: Stage,
  command: string,
): OptionTable & Pick<typeof inputOptions, "allowEmpty"> & Partial<Pick<typeof inputOptions, "config">> {
  const { allowEmpty, config } = inputOptions;
  const taken = Object.keys(inputOptions).find((name) => Object.hasOwn(options, name));
  if (taken === undefined) return { ...options, ...(offline !== true && { config }), allowEmpty };
  throw new UsageError(`${command}: the option \`${taken}\` is one that every command has; it needs another name`);
}

function withOperand(line: Command, { main, options }: Stage): Command {
  const option = main === undefined ? undefined : options[main];
  if (main === undefined || option === undefined) return line;
  const name = option.kind.takesList === true ? `${kebab(main)}...` : kebab(main);
  return line.argument(`[${name}]`, option.help);
}

/** Of two values for one option nobody knows which one is meant. */
function demandOne({ main }: Stage, line: Command, operands: readonly string[], command: string): void {
  if (main === undefined || operands.length === 0 || line.getOptionValueSource(main) === undefined) return;
  throw new UsageError(`${command}: ${kebab(main)} is given twice: as operand and as --${kebab(main)}`);
}

/** The main option as it stands without its flag: a list where its kind takes one. */
function fromOperands({ main, options }: Stage, operands: readonly string[], command: string): Record<string, unknown> {
  const [first] = operands;
  const kind = main === undefined ? undefined : options[main]?.kind;
  if (main === undefined || kind === undefined || first === undefined) return {};
  const value = kind.parse(kind.takesList === true ? operands : first);
  if (value === undefined) throw new UsageError(`${command}: ${kebab(main)}: expected ${kind.expected}`);
  return { [main]: value };
}

function demandRequired({ options }: Stage, values: Readonly<Record<string, unknown>>, command: string): void {
  for (const [name, { required, kind, help }] of Object.entries(options)) {
    if (required === true && values[name] === undefined) {
      const word = kind.placeholder ?? name;
      throw new UsageError(`${command}: ${word} is missing: ${help} (${command} --help shows all options)`);
    }
  }
}
