import { readFileSync } from "node:fs";

/** A server's connections at the usual five: a control and a data socket each, and the files being written. */
const FILES_A_SERVER = 15;

/** Node itself, the standard streams, the journal, the report's spool. */
const FILES_BESIDE = 40;

/** How many servers at once the limit on open files leaves room for. */
export function serversThatFit(limits: string = readLimits()): number {
  const soft = /^Max open files\s+(\d+)/m.exec(limits)?.[1];
  if (soft === undefined) return Number.POSITIVE_INFINITY;
  return Math.max(1, Math.floor((Number(soft) - FILES_BESIDE) / FILES_A_SERVER));
}

/** proc(5). Elsewhere the limit is not known, and Node has raised it as far as it may go. */
function readLimits(): string {
  try {
    return readFileSync("/proc/self/limits", "utf8");
  } catch {
    return "";
  }
}
