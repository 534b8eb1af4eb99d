import { type World } from "./world.ts";
/** A command: takes its arguments, does its work, returns its exit code. Throws a `UsageError` when nothing was started. */
export type CommandRun = (args: readonly string[], world: World) => Promise<number>;
type CommandModule = () => Promise<{
    readonly run: CommandRun;
}>;
/** Runs a command by its name and leaves its exit code behind. */
export declare function main(name: string): Promise<void>;
/** Runs a command and leaves its exit code behind. What is still in the pipe gets out before the process ends. */
export declare function runMain(name: string, load: CommandModule): Promise<void>;
export {};
