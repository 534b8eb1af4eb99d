import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** SIGKILL works at once, but on a busy machine the system takes its time. */
const MOST_WAIT_MS = 10_000;
const LOOK_AGAIN_MS = 5;

/** A command with all the processes that come from it; ended together, by id. */
export interface ProcessFamily {
  readonly pid: number;
  /** Whether the command itself still runs. */
  running(): boolean;
  /** Whether it has children that run, or that it has not taken note of having ended. */
  hasChildren(): boolean;
  /** To all of them, such as SIGSTOP. */
  signal(name: NodeJS.Signals): void;
  /** Ends all with SIGKILL, and returns when none runs any more. */
  end(): Promise<void>;
}

/**
 * Starts a command as the leader of a process group of its own. It writes what it has to say to `log` in its folder. When this process
 * dies without a word, as a test worker may, a watchdog ends the command and removes the folder.
 */
export async function startFamily(command: string, args: readonly string[], folder: string): Promise<ProcessFamily> {
  const log = openSync(join(folder, "log"), "a");
  const head = spawn(command, args, {
    cwd: "/",
    detached: true,
    stdio: ["ignore", log, log],
    env: { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C", TZ: "UTC" },
  });
  closeSync(log);
  head.unref();
  await once(head, "spawn");
  const pid = head.pid ?? Number.NaN;
  return familyOf(head, pid, startWatchdog(pid, folder));
}

/** Its input ends with this process, however that ends. (PR_SET_PDEATHSIG would be lost when ProFTPD changes its user.) */
function startWatchdog(pid: number, folder: string): ChildProcess {
  const script = 'read -r nothing; kill -TERM "-$1"; sleep 1; kill -KILL "-$1"; rm -rf "$2"';
  const watchdog = spawn("sh", ["-c", script, "watchdog", String(pid), folder], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  watchdog.unref();
  return watchdog;
}

function familyOf(head: ChildProcess, pid: number, watchdog: ChildProcess): ProcessFamily {
  const running = (): boolean => head.exitCode === null && head.signalCode === null;
  return {
    pid,
    running,
    hasChildren: () => processes().some((one) => one.parent === pid),
    signal: (name) => signalAll(members(pid, processes()), name),
    async end() {
      watchdog.kill("SIGKILL");
      if (running()) process.kill(pid, "SIGSTOP"); // or it could start another one behind our back
      const doomed = members(pid, processes());
      signalAll(doomed, "SIGKILL");
      const latest = Date.now() + MOST_WAIT_MS;
      while (doomed.some(isAlive)) {
        if (Date.now() > latest) throw new Error(`of ${doomed.map((one) => one.pid).join(", ")} some do not end`);
        await wait(LOOK_AGAIN_MS);
      }
    },
  };
}

function signalAll(all: readonly Process[], name: NodeJS.Signals): void {
  for (const one of all) {
    try {
      if (isAlive(one)) process.kill(one.pid, name);
    } catch {
      // It ended between the look and the signal.
    }
  }
}

/** The head, its descendants (vsftpd's sessions leave its group), and its group (Pure-FTPd's lose their parent). */
function members(head: number, all: readonly Process[]): Process[] {
  const found = new Set([head]);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const one of all) if (found.has(one.parent) || one.group === head) found.add(one.pid);
  }
  return all.filter((one) => found.has(one.pid) && one.state !== "Z");
}

/**
 * Whether a process is there and has not ended, its parent being slow to take note of it, or the kernel to clear it away: who has read its
 * output to the end is told of that before it is a zombie, on a busy machine long before.
 */
export function isRunning(pid: number): boolean {
  const one = readProcess(pid);
  return one !== undefined && one.state !== "Z" && !one.exiting;
}

function isAlive(one: Process): boolean {
  const now = readProcess(one.pid);
  return now !== undefined && now.started === one.started && now.state !== "Z";
}

interface Process {
  readonly pid: number;
  readonly state: string;
  readonly parent: number;
  readonly group: number;
  /** It runs no code of its own any more; what it holds may not be given back yet. */
  readonly exiting: boolean;
  /** With the id it tells processes apart, ids being used again. */
  readonly started: string;
}

function processes(): Process[] {
  return readdirSync("/proc")
    .map(Number)
    .filter(Number.isInteger)
    .flatMap((pid) => readProcess(pid) ?? []);
}

/** PF_EXITING of Linux's `sched.h`: set before descriptors are closed. */
const EXITING = 0x4;

/** proc(5): `pid (name) state ppid pgrp …`, flags 9th, the start time 22nd; a name may hold blanks and brackets. */
function readProcess(pid: number): Process | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const [state = "", parent, group, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const exiting = (Number(rest[3]) & EXITING) !== 0;
    return { pid, state, parent: Number(parent), group: Number(group), exiting, started: rest[16] ?? "" };
  } catch {
    return undefined; // it has ended meanwhile
  }
}
