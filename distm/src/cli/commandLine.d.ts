import { Command } from "commander";
import type { OptionTable, OptionValues } from "../config/options.ts";
import type { World } from "./world.ts";
/** A command with what all of ours have: version, loudness, examples, exit codes. */
export declare function commandLine(name: string, summary: string, examples: readonly (readonly [command: string, does: string])[]): Command;
/** Parses the arguments by a table of options. Commander throws when they are wrong, after it has said why. */
export declare function parse<const O extends OptionTable>(line: Command, options: O, args: readonly string[], world: World): {
    values: OptionValues<O>;
    operands: string[];
};
