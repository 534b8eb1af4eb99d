import { readdirSync, readlinkSync, statSync } from "node:fs";

/** The sizes of this process's open files that lay in a folder and have no name any more. */
export function openSpills(folder: string): number[] {
  const sizes: number[] = [];
  for (const fd of readdirSync("/proc/self/fd")) {
    try {
      const path = `/proc/self/fd/${fd}`;
      if (readlinkSync(path).startsWith(folder)) sizes.push(statSync(path).size);
    } catch {
      // It was the one that read the list.
    }
  }
  return sizes;
}
