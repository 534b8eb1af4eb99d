import { CommanderError } from "commander";
import { UsageError } from "../records/fault.ts";
import type { Stage } from "../stages/stage.ts";
import { leaveBlockedReader } from "./blockedReader.ts";
import { brokenWords } from "./brokenWords.ts";
import { partFromLostTerminals } from "./lostTerminal.ts";
import { sayRefused } from "./sayRefused.ts";
import { thisWorld, type World } from "./world.ts";

/** A command: takes its arguments, does its work, returns its exit code. Throws a `UsageError` when nothing was started. */
export type CommandRun = (args: readonly string[], world: World) => Promise<number>;

type CommandModule = () => Promise<{ readonly run: CommandRun }>;

/** Each is loaded only when it is the one: a command must start like a Unix command. */
const COMMANDS: Readonly<Record<string, CommandModule>> = {
  "ftp-servers": () => import("./ftpServers.ts"),
  "ftp-list": () => import("./ftpList.ts"),
  "ftp-filter": () => step(import("../stages/filter.ts").then(({ filterStage }) => filterStage)),
  "ftp-map": () => step(import("../stages/map.ts").then(({ mapStage }) => mapStage)),
  "ftp-limit": () => step(import("../stages/limit.ts").then(({ limitStage }) => limitStage)),
  "ftp-dedupe": () => step(import("../stages/dedupe.ts").then(({ dedupeStage }) => dedupeStage)),
  "ftp-exec": () => step(import("../stages/exec.ts").then(({ execStage }) => execStage)),
  "ftp-fetch": () => step(import("../stages/fetch.ts").then(({ fetchStage }) => fetchStage)),
  "ftp-report": () => import("./ftpReport.ts"),
  "ftp-harvest": () => import("./ftpHarvest.ts"),
};

async function step(stage: Promise<Stage>): Promise<{ readonly run: CommandRun }> {
  const { stepCommand } = await import("./stepCommand.ts");
  return { run: stepCommand(await stage) };
}

/** Runs a command by its name and leaves its exit code behind. */
export async function main(name: string): Promise<void> {
  const load = COMMANDS[name];
  if (load === undefined) throw new Error(`no command ${name}`);
  await runMain(name, load);
}

/** Runs a command and leaves its exit code behind. What is still in the pipe gets out before the process ends. */
export async function runMain(name: string, load: CommandModule): Promise<void> {
  partFromLostTerminals();
  const world = thisWorld(name);
  const { signal, code } = world.signals;
  leaveBlockedReader(world.stdout, signal, () => process.exit(code()));
  process.exitCode = await exitCode(load, world);
  world.leaveStdin();
}

async function exitCode(load: CommandModule, world: World): Promise<number> {
  try {
    const { run } = await load();
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
