import { CommanderError } from "commander";
import { UsageError } from "../records/fault.ts";
import { dedupeStage } from "../stages/dedupe.ts";
import { execStage } from "../stages/exec.ts";
import { fetchStage } from "../stages/fetch.ts";
import { filterStage } from "../stages/filter.ts";
import { limitStage } from "../stages/limit.ts";
import { mapStage } from "../stages/map.ts";
import { leaveBlockedReader } from "./blockedReader.ts";
import { brokenWords } from "./brokenWords.ts";
import { run as ftpHarvest } from "./ftpHarvest.ts";
import { run as ftpList } from "./ftpList.ts";
import { run as ftpReport } from "./ftpReport.ts";
import { run as ftpServers } from "./ftpServers.ts";
import { partFromLostTerminals } from "./lostTerminal.ts";
import { sayRefused } from "./sayRefused.ts";
import { stepCommand } from "./stepCommand.ts";
import { thisWorld, type World } from "./world.ts";

/** A command: takes its arguments, does its work, returns its exit code. Throws a `UsageError` when nothing was started. */
export type CommandRun = (args: readonly string[], world: World) => Promise<number>;

/** By their names. What the build makes of it loads what a help text needs, and the work when it begins: see `.build/lateRequires.ts`. */
const COMMANDS: Readonly<Record<string, CommandRun>> = {
  "ftp-servers": ftpServers,
  "ftp-list": ftpList,
  "ftp-filter": stepCommand(filterStage),
  "ftp-map": stepCommand(mapStage),
  "ftp-limit": stepCommand(limitStage),
  "ftp-dedupe": stepCommand(dedupeStage),
  "ftp-exec": stepCommand(execStage),
  "ftp-fetch": stepCommand(fetchStage),
  "ftp-report": ftpReport,
  "ftp-harvest": ftpHarvest,
};

/** Runs a command by its name and leaves its exit code behind. */
export async function main(name: string): Promise<void> {
  const run = COMMANDS[name];
  if (run === undefined) throw new Error(`no command ${name}`);
  await runMain(name, run);
}

/** Runs a command and leaves its exit code behind. What is still in the pipe gets out before the process ends. */
export async function runMain(name: string, run: CommandRun): Promise<void> {
  partFromLostTerminals();
  const world = thisWorld(name);
  const { signal, code } = world.signals;
  leaveBlockedReader(world.stdout, signal, () => process.exit(code()));
  // A promise that nothing settles any more would end the process as if all had gone well.
  const stuck = () => {
    process.exitCode = broken(new Error("nothing is left to wait for, and the work is not over"), world);
  };
  process.once("beforeExit", stuck);
  const done = await exitCode(run, world);
  // From 2 on it has said already what is wrong, and its output counts as cut.
  const fault = done < 2 ? await world.outputFault() : undefined;
  if (fault !== undefined) world.terminal.error(`${name}: can't write to stdout: ${fault.message}`);
  process.exitCode = fault === undefined ? done : 3;
  process.off("beforeExit", stuck);
  world.leaveStdin();
}

async function exitCode(run: CommandRun, world: World): Promise<number> {
  try {
    return await run(process.argv.slice(2), world);
  } catch (error) {
    // Commander has printed its help, its version, or what is wrong.
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    if (error instanceof UsageError) world.terminal.error(error.message);
    else if (!(error instanceof CommanderError)) return broken(error, world);
    const stage = world.command.replace(/^ftp-/, "");
    if (!REPORTING.includes(stage)) await sayRefused(stage, world);
    return 2;
  }
}

/** A report is no place for records. (`ftp-harvest run` without a report says so itself.) */
const REPORTING: readonly string[] = ["report", "harvest"];

/** A full disk, or a bug of ours. What was written so far has no orderly end, so that those behind see it as cut. */
function broken(error: unknown, world: World): number {
  world.terminal.error(brokenWords(world.command, error));
  if (process.argv.includes("-v") && error instanceof Error) world.terminal.error(error.stack ?? "");
  return 3;
}
