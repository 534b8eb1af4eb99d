import { readdirSync, readlinkSync } from "node:fs";

/** This process's open files that lie or lay in a folder: what was deleted has no name but is still open. */
export function openIn(folder: string): number[] {
  return readdirSync("/proc/self/fd")
    .filter((fd) => pathOf(fd).startsWith(folder))
    .map(Number);
}

/** Nothing when it has been closed meanwhile, as the one that read the folder is. */
function pathOf(fd: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`);
  } catch {
    return "";
  }
}
