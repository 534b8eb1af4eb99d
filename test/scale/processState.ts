import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** What a process holds at a moment. */
export interface ProcessState {
  /** Open descriptors, sockets included. */
  readonly descriptors: number;
  readonly sockets: number;
  /** Memory now and the most so far, in KiB: VmRSS and VmHWM of proc(5). */
  readonly rss_KiB: number;
  readonly mostRss_KiB: number;
}

/** Reads it from /proc; undefined when the process has ended. A process that looks at itself sees the descriptor that it looks with. */
export function processState(pid: number): ProcessState | undefined {
  try {
    const names = readdirSync(`/proc/${pid}/fd`);
    const status = readFileSync(`/proc/${pid}/status`, "latin1");
    return {
      descriptors: names.length,
      sockets: names.filter((name) => isSocket(`/proc/${pid}/fd/${name}`)).length,
      rss_KiB: kibOf(status, "VmRSS"),
      mostRss_KiB: kibOf(status, "VmHWM"),
    };
  } catch {
    return undefined;
  }
}

/** A descriptor may have been closed since its name was read. */
function isSocket(link: string): boolean {
  try {
    return readlinkSync(link).startsWith("socket:");
  } catch {
    return false;
  }
}

/** An ended process that nobody has taken note of has no memory. */
function kibOf(status: string, field: string): number {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? 0);
}
