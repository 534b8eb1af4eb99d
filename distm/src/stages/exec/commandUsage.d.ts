import type { Command, ProgramCommand } from "../../config/commandKind.ts";
/** Looks at a command before anything runs. Throws a `UsageError`. */
export declare function checkCommand(command: Command): void;
/** The command of `each`: names of files, which servers choose, must not get into what a shell reads. Throws a `UsageError`. */
export declare function commandForEach(command: Command): ProgramCommand;
