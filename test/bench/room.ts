import { existsSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { Skipped } from "./scenario.ts";

/** A folder in memory if there is one: a disk's own time is not what is measured. */
export function roomyFolder(): string {
  return existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
}

/** Throws a `Skipped` where a folder has no room for so many bytes. */
export function demandRoom(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const mb = (count: number): string => `${Math.ceil(count / 1e6)} MB`;
  if (bavail * bsize < bytes) throw new Skipped(`${folder} has ${mb(bavail * bsize)} left: ${mb(bytes)} are needed`);
}
