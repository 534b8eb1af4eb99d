import type { Command } from "../../config/commandKind.ts";
/** A command as messages name it: `jq -c …`. No more than two words: a script is long, and later words may be secrets. */
export declare function shownCommand(command: Command): string;
/** The program alone: what its own lines on stderr begin with. */
export declare function shownProgram(command: Command): string;
