import { readdirSync, readFileSync } from "node:fs";

/** The variable by which everything that one command has started is known. */
export const MARK = "FTP_HARVEST_MUTATION";

/**
 * Ends the processes that were started with a mark, by their ids. Broken code may leave some behind, in groups of their own. Where there is no
 * /proc only the group that `leader` leads is ended.
 */
export function endMarked(mark: string, leader: number | undefined): void {
  if (leader !== undefined) end(-leader);
  for (const pid of markedWith(mark)) end(pid);
}

function markedWith(mark: string): number[] {
  const pids = list("/proc").filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => environmentOf(pid).includes(`${MARK}=${mark}`)).map(Number);
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Empty where the process is gone, or another user's. */
function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, "latin1");
  } catch {
    return "";
  }
}

function end(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended.
  }
}
