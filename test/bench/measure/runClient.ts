import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type ClientWork, clientScript } from "./clientScript.ts";
import { memoryOf, processTree, socketsOf } from "./processTree.ts";

const LOOK_EVERY_MS = 200;
/** Some clients hang when a server refuses a connection. */
const MOST_MS = 300_000;

/** What a client's run has cost, all its processes together. */
export interface Cost {
  readonly wall_s: number;
  readonly user_s: number;
  readonly system_s: number;
  /** The most that was seen at one of the looks, five a second. */
  readonly peak_KiB: number;
  /** The same of open sockets. */
  readonly mostSockets: number;
}

export interface ClientRun {
  readonly cost: Cost;
  /** undefined: it went well. */
  readonly complaint: string | undefined;
  readonly stdout: string;
}

export interface ClientPlace {
  /** For what it writes beside its harvest; its home and its state. */
  readonly folder: string;
  /** What puts a command where the servers can be reached, such as `nsenter …`. */
  readonly enter: readonly string[];
}

/** Runs a client to its end. A signal kills it with all its processes, and is thrown. */
export async function runClient(
  work: ClientWork,
  { folder, enter }: ClientPlace,
  signal: AbortSignal,
): Promise<ClientRun> {
  signal.throwIfAborted();
  const notes = mkdtempSync(join(folder, "run-"));
  const [pid, cost] = [join(notes, "pid"), join(notes, "cost")];
  const [command = "bash", ...args] = [...enter, "bash", "-c", clientScript(work, pid, cost)];
  const child = spawn(command, args, {
    env: environment(folder),
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const [stdout, stderr] = [textOf(child.stdout), textOf(child.stderr)];
  const over = new AbortController();
  const kill = (): void => killGroup(child);
  signal.addEventListener("abort", kill, { once: true });
  const late = setTimeout(kill, MOST_MS);
  try {
    const peak = peakOf(pid, over.signal);
    const [code] = await once(child, "close");
    over.abort();
    const peaks = await peak;
    signal.throwIfAborted();
    const complaint = code === 0 ? undefined : complaintOf(code, stderr());
    return { cost: { ...readCost(cost), ...peaks }, complaint, stdout: stdout() };
  } finally {
    over.abort();
    clearTimeout(late);
    signal.removeEventListener("abort", kill);
    rmSync(notes, { recursive: true, force: true });
  }
}

/** Nothing of the user's own settings: no `~/.lftprc`, no `NODE_OPTIONS`. */
function environment(folder: string): Record<string, string> {
  return {
    PATH: process.env["PATH"] ?? "",
    HOME: folder,
    TMPDIR: folder,
    FTP_HARVEST_STATE: join(folder, "state"),
    LC_ALL: "C.UTF-8",
  };
}

function complaintOf(code: number | null, stderr: string): string {
  if (code === null) return `did not end within ${MOST_MS / 1000} s`;
  const lastLine = stderr.trim().split("\n").at(-1) ?? "";
  return `exit code ${code}${lastLine === "" ? "" : `: ${lastLine}`}`;
}

/** Seconds that bash's `time` has written; NaN where it was killed before. */
function readCost(path: string): Omit<Cost, keyof Peaks> {
  const [wall_s = Number.NaN, user_s = Number.NaN, system_s = Number.NaN] = textIn(path).trim().split(" ").map(Number);
  return { wall_s, user_s, system_s };
}

type Peaks = Pick<Cost, "peak_KiB" | "mostSockets">;

async function peakOf(pidFile: string, over: AbortSignal): Promise<Peaks> {
  let [peak_KiB, mostSockets] = [0, 0];
  while (!over.aborted) {
    const pid = Number.parseInt(textIn(pidFile), 10);
    if (pid > 0) {
      const pids = processTree(pid);
      peak_KiB = Math.max(peak_KiB, memoryOf(pids));
      mostSockets = Math.max(mostSockets, socketsOf(pids));
    }
    await wait(LOOK_EVERY_MS, undefined, { signal: over }).catch(() => {});
  }
  return { peak_KiB, mostSockets };
}

function textIn(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function textOf(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString("utf8");
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // All of it is over.
  }
}

/** Of 10⁶ bytes. */
export function megabytes(KiB: number): number {
  return (KiB * 1_024) / 1e6;
}
