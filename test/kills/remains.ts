import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Shell } from "../pipes/shell.ts";

/** Ten times what the slowest needs that finds its reader or its writer gone. */
const MOST_WAIT_MS = 120_000;
const LOOK_AGAIN_MS = 10;

/** Of ours, in one pipe. */
const MOST_COMMANDS = 4;

interface Folders {
  readonly temporary: string;
  readonly state: string;
}

/** A journal has a few lines, and one for each failure, in which a long name is told some times. */
const JOURNAL_BYTES = { least: 16 * 1024, perFile: 1024 };

/** Returns when no process of this shell's harvests runs; throws when some do not end. */
export async function untilNoneRuns(shell: Shell): Promise<void> {
  const latest = Date.now() + MOST_WAIT_MS;
  for (;;) {
    const running = processesOf(shell);
    if (running.length === 0) return;
    if (Date.now() > latest) throw new Error(`still running: ${running.join("; ")}`);
    await wait(LOOK_AGAIN_MS);
  }
}

/** Command lines of all that were started with the shell's folder in their environment; proc(5). */
function processesOf({ folder }: Shell): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => textOf(pid, "environ").includes(`HOME=${folder}\0`))
    .map((pid) => `${pid} ${textOf(pid, "cmdline").replaceAll("\0", " ")}`);
}

/** Empty for a process that has ended, or is a zombie. */
function textOf(pid: string, file: "environ" | "cmdline"): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "latin1");
  } catch {
    return "";
  }
}

/** What is too much in the folders of temporary files and of journals when harvests of so many files are over, in words. */
export function strayFiles(
  { temporary, state }: Folders,
  { harvests, files }: { readonly harvests: number; readonly files: number },
): string[] {
  const mostBytes = JOURNAL_BYTES.least + JOURNAL_BYTES.perFile * files;
  const strays = filesBelow(temporary).map((path) => `a temporary file: ${path}`);
  const runs = join(state, "runs");
  for (const path of filesBelow(state)) {
    if (!path.startsWith(`${runs}/`) || !path.endsWith(".ndjson")) strays.push(`in the state folder: ${path}`);
    else if (statSync(path).size > mostBytes) strays.push(`a journal of ${statSync(path).size} bytes: ${path}`);
  }
  // A command that no record reaches begins a run of its own.
  const kept = readdirSync(runs).length;
  if (kept > MOST_COMMANDS * harvests) strays.push(`journals of ${kept} runs after ${harvests} harvests`);
  return strays;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
}
