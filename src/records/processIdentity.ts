import { spawnSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { errorCode } from "./errorCode.ts";

/** One process, told apart from every other one, also from a later one that was given the same pid. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started: clock ticks since boot on Linux, else the time that `ps` shows; empty where nobody can tell. */
  readonly start: string;
  /** Where its pid means something: the host's name, with the pid namespace when that is a container's own. */
  readonly host: string;
  /** The boot that it belongs to; empty where the system does not say. */
  readonly boot: string;
}

/** This process. Looked up once. */
export function thisProcess(): ProcessIdentity {
  self ??= { pid: process.pid, start: lookUp(process.pid).start, host: hostName(), boot: bootId() };
  return self;
}

/**
 * Whether a process still lives. `elsewhere`: it belongs to another host or container, and nobody here can tell. A zombie is
 * gone: it was killed, and its parent has not asked yet how.
 */
export function lives(identity: ProcessIdentity): "alive" | "gone" | "elsewhere" {
  const here = thisProcess();
  if (identity.host !== here.host) return "elsewhere";
  if (identity.boot !== here.boot) return "gone";
  if (!Number.isSafeInteger(identity.pid) || identity.pid <= 0) return "gone";
  const there = lookUp(identity.pid);
  // Asked last: a process that ends between the two looks is gone.
  const gone = there.dead || !sameStart(identity.start, there.start) || !signalReaches(identity.pid);
  return gone ? "gone" : "alive";
}

/** Whether a value read from a file is an identity. */
export function isProcessIdentity(value: unknown): value is ProcessIdentity {
  if (typeof value !== "object" || value === null) return false;
  const { pid, start, host, boot }: { [key in keyof ProcessIdentity]?: unknown } = value;
  return typeof pid === "number" && [start, host, boot].every((text) => typeof text === "string");
}

let self: ProcessIdentity | undefined;

/** What the system says of a pid: an unknown start is empty (`hidepid` hides the processes of others). */
interface Seen {
  readonly start: string;
  readonly dead: boolean;
}

function sameStart(one: string, other: string): boolean {
  return one === other || one === "" || other === "";
}

function signalReaches(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there and belongs to somebody else.
    return errorCode(error) === "EPERM";
  }
}

function lookUp(pid: number): Seen {
  if (process.platform === "linux") return lookUpProc(pid);
  return process.platform === "win32" ? { start: "", dead: false } : lookUpPs(pid);
}

/** proc(5): the command's name in brackets may hold spaces and brackets, so fields are counted from the last `)`. */
function lookUpProc(pid: number): Seen {
  const stat = readText(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [state, start] = [fields[STATE_FIELD - 3] ?? "", fields[START_FIELD - 3] ?? ""];
  return { start, dead: state === "Z" || state === "X" };
}

const STATE_FIELD = 3;
const START_FIELD = 22;

/** macOS and the BSDs have no /proc. */
function lookUpPs(pid: number): Seen {
  const env = { PATH: "/bin:/usr/bin", LC_ALL: "C", TZ: "UTC" };
  const ps = spawnSync("ps", ["-o", "state=,lstart=", "-p", String(pid)], { env, encoding: "utf8", timeout: 2000 });
  const [state = "", ...start] = (ps.stdout ?? "").trim().split(/\s+/);
  return { start: start.join(" "), dead: state.startsWith("Z") };
}

/**
 * A container may share the host's name (`docker run --network host`) and boot, yet its pids mean nothing outside: pid 1 of
 * two containers would take each other for dead.
 */
function hostName(): string {
  const namespace = linkText("/proc/self/ns/pid");
  return namespace === "" || namespace === FIRST_PID_NAMESPACE ? hostname() : `${hostname()}/${namespace}`;
}

/** PROC_PID_INIT_INO, fixed in Linux: the namespace of processes that run in no container. */
const FIRST_PID_NAMESPACE = "pid:[4026531836]";

function bootId(): string {
  return readText("/proc/sys/kernel/random/boot_id").trim();
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function linkText(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return "";
  }
}
