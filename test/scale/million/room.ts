import { existsSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";

/** A file of a few hundred bytes takes a page, and its inode some hundred bytes more. */
const BYTES_PER_FILE = 5_500;

/** A folder in memory if there is one: a disk's own time is not what is measured. */
export function roomyFolder(): string {
  return existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
}

/** Throws where the file system has no room for so many small files. */
export function demandRoom(folder: string, files: number): void {
  const { bavail, bsize, ffree, files: inodes } = statfsSync(folder);
  if (inodes > 0 && ffree < files) throw new Error(`${folder} has ${ffree} inodes left: ${files} are needed`);
  const bytes = files * BYTES_PER_FILE;
  if (bavail * bsize < bytes) throw new Error(`${folder} has ${bavail * bsize} bytes left: ${bytes} are needed`);
}
