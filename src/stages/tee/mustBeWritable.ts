import { accessSync, constants, statSync } from "node:fs";
import { dirname } from "node:path";
import { errorCode } from "../../records/errorCode.ts";
import { UsageError } from "../../records/fault.ts";
import { printable } from "../../records/printable.ts";

/** Found out before anything has started. Throws a `UsageError`. */
export function mustBeWritable(file: string): void {
  try {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats?.isDirectory() === true) throw new UsageError(`${printable(file)}: it is a folder; name a file`);
    // With a slash at its end a file is no folder, also to those Node.js versions that say of anything below one that it is not there.
    accessSync(stats === undefined ? `${dirname(file)}/` : file, constants.W_OK);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${printable(file)}: ${WORDS[errorCode(error)] ?? String(error)}`, { cause: error });
  }
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such folder; make it first",
  ENOTDIR: "a file lies where its folder should be",
  EACCES: "there is no right to write here",
  EPERM: "there is no right to write here",
  EROFS: "the disk is read-only",
};
