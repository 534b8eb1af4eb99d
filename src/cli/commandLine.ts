import { readFileSync } from "node:fs";
import { Command, CommanderError, type Option } from "commander";
import type { OptionTable, OptionValues } from "../config/options.ts";
import { UsageError } from "../records/fault.ts";
import { CODES_BY_NUMBER } from "./exitCodes.ts";
import { flagsOf, valuesOf } from "./flags.ts";
import type { World } from "./world.ts";

/** A command with what all of ours have: version, loudness, examples, exit codes. */
export function commandLine(
  name: string,
  summary: string,
  examples: readonly (readonly [command: string, does: string])[],
): Command {
  return new Command(name)
    .description(`${summary}.`)
    .option("-V, --version", "print the version")
    .option("-q, --quiet", "say nothing but errors on stderr")
    .option("-v, --verbose", "say on stderr what happens")
    .helpOption("-h, --help", "print this help")
    .showSuggestionAfterError()
    .configureOutput({ outputError: (text, write) => write(`${name}: ${text.replace(/^error: /, "")}`) })
    .showHelpAfterError(`(${name} --help shows all options)`)
    .addHelpText("after", `\nExamples:\n${table(examples)}\n\nExit codes:\n${table(CODES_BY_NUMBER)}`)
    .exitOverride();
}

/** Parses the arguments by a table of options. Commander throws when they are wrong, after it has said why. */
export function parse<const O extends OptionTable>(
  line: Command,
  options: O,
  args: readonly string[],
  world: World,
): { values: OptionValues<O>; operands: string[] } {
  for (const flag of flagsOf(options)) add(line, flag);
  const { stdout } = world;
  line.configureOutput({
    writeOut: (text) => stdout.write(text),
    writeErr: (text) => world.terminal.error(text.trimEnd()),
    getOutHelpWidth: () => stdout.columns || HELP_COLUMNS,
    getErrHelpWidth: () => world.terminal.columns,
  });
  line.on("option:version", () => {
    stdout.write(`${version()}\n`);
    throw new CommanderError(0, "commander.version", "the version is printed");
  });
  line.parse(args, { from: "user" });
  const parsed = line.opts();
  if (parsed["quiet"] === true) world.terminal.loudness = "quiet";
  else if (parsed["verbose"] === true) world.terminal.loudness = "verbose";
  return { values: valuesOf(options, parsed), operands: line.args };
}

/** Somebody's own stage may have any names. */
function add(line: Command, flag: Option): void {
  try {
    line.addOption(flag);
  } catch (error) {
    const why = `the option "${flag.flags}" has a flag that every command has; it needs another name`;
    throw new UsageError(`${line.name()}: ${why}`, { cause: error });
  }
}

/** Where the terminal's width is not known. */
const HELP_COLUMNS = 80;

function table(rows: readonly (readonly [left: string, right: string])[]): string {
  const width = Math.min(56, Math.max(...rows.map(([left]) => left.length)));
  return rows
    .map(([left, right]) =>
      left.length > width ? `  ${left}\n  ${" ".repeat(width)}  ${right}` : `  ${left.padEnd(width)}  ${right}`,
    )
    .join("\n");
}

/** From package.json: two folders above the source, three above the built file. */
function version(): string {
  for (const place of ["../../package.json", "../../../package.json"]) {
    try {
      const found: unknown = JSON.parse(readFileSync(new URL(place, import.meta.url), "utf8"));
      if (typeof found === "object" && found !== null && "version" in found) return String(found.version);
    } catch {
      // The other place, then.
    }
  }
  return "unknown";
}
