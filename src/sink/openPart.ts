import { closeSync, constants, fstatSync, lstatSync, openSync } from "node:fs";
import { errorCode } from "../records/errorCode.ts";
import { Fault } from "../records/fault.ts";
import type { RealFolders } from "./realFolders.ts";

interface FolderOfPart {
  readonly folders: RealFolders;
  readonly folder: string;
}

/**
 * A part file that was not there before, and the folders above it. Throws the system's error.
 *
 * @param name for the first, second … one of the same file on its way at the same time
 */
export function createPart(
  { folders, folder }: FolderOfPart,
  name: (copy: number) => string,
): { fd: number; path: string; copy: number } {
  folders.make(folder);
  let found = false;
  for (let copy = 0; ; ) {
    const path = `${folder}/${name(copy)}`;
    try {
      return { fd: openSync(folders.onDisk(path), CREATE, MODE), path, copy };
    } catch (error) {
      const code = errorCode(error);
      if (code === "EEXIST" && copy < MOST_COPIES) copy++;
      else if (code === "ENOENT" && !found) {
        // Somebody has taken folders away.
        found = true;
        folders.forget();
        folders.make(folder);
      } else throw error;
    }
  }
}

/** A part file that was kept, with as many bytes as it had. Throws a `Fault` if it is not that any more. */
export function reopenPart(path: string | Buffer, shown: string, held: number): number {
  let fd: number | undefined;
  try {
    fd = openSync(path, REOPEN);
    const stats = fstatSync(fd);
    // One with a second name elsewhere is not ours.
    if (stats.isFile() && stats.size === held && stats.nlink === 1) return fd;
  } catch (error) {
    if (!["ENOENT", "ELOOP"].includes(errorCode(error))) throw error;
  }
  if (fd !== undefined) closeSync(fd);
  throw new Fault("disk", `${shown}: what was fetched of it was changed or taken away by somebody`, { retry: true });
}

/** Bytes of a part file; undefined if it is gone, or something else. Never throws. */
export function partSize(path: string | Buffer): number | undefined {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? stats.size : undefined;
  } catch {
    return undefined;
  }
}

/** The umask takes away from it what the operator wants it to. */
const MODE = 0o644;

/**
 * O_EXCL never opens what lies there: neither follows a link, nor writes into a file that has a second name elsewhere, nor hangs on a
 * FIFO. And who has made a part file so may remove it by its name later: nobody else has it.
 */
const CREATE = constants.O_RDWR | constants.O_CREAT | constants.O_EXCL;
const REOPEN = constants.O_RDWR | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** The same version of a file on its way at the same time, in one process and run. */
const MOST_COPIES = 1_000;
