import { readdirSync, readFileSync } from "node:fs";
import { processState } from "../../scale/processState.ts";

/** A process and all that comes from it, as far as their parents live. */
export function processTree(head: number): number[] {
  const found = [head];
  for (const pid of found) found.push(...childrenOf(pid));
  return found;
}

/** Memory of processes together in KiB: each page is divided among those that share it (PSS), or counted for each (RSS) where that is not told. */
export function memoryOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + (kib(`/proc/${pid}/smaps_rollup`, "Pss") ?? residentKib(pid)), 0);
}

/** Open sockets of processes together. */
export function socketsOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + (processState(pid)?.sockets ?? 0), 0);
}

function residentKib(pid: number): number {
  return kib(`/proc/${pid}/status`, "VmRSS") ?? 0;
}

/** proc(5): a list for each thread that has forked. */
function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) => childrenOfThread(`/proc/${pid}/task/${thread}`));
  } catch {
    return []; // it has ended meanwhile
  }
}

function childrenOfThread(folder: string): number[] {
  try {
    return readFileSync(`${folder}/children`, "latin1").split(" ").filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

function kib(path: string, field: string): number | undefined {
  try {
    const found = new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(readFileSync(path, "latin1"))?.[1];
    return found === undefined ? undefined : Number(found);
  } catch {
    return undefined;
  }
}
