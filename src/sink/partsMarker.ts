import { readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { errorCode } from "../records/errorCode.ts";
import { thisProcess } from "../records/processIdentity.ts";

/**
 * What earlier runs may have left of a server's files: part files whose bytes can be relied on, or some of which nobody knows what a crash
 * of the whole system made of them.
 */
export type LeftParts = "none" | "trusted" | "doubtful";

/**
 * Notes beside a lock that part files were left: the file `.<server>.fh-parts`, with the boot that they are of. A note of another boot makes
 * them doubtful. Nothing happens where it can't be written: then they are not found.
 */
export function noteParts(path: string, boot: string): void {
  try {
    const known = read(path);
    if (known === undefined) writeFileSync(path, boot, { flag: "wx" });
    else if (known !== boot) writeFileSync(path, OF_SEVERAL_BOOTS);
  } catch {
    // They lie there under names of our own, and harm nobody.
  }
}

/** Reads the note and takes it away. */
export function takeNote(path: string): LeftParts {
  try {
    const boot = read(path);
    if (boot === undefined) return "none";
    unlinkSync(path);
    return boot === thisProcess().boot ? "trusted" : "doubtful";
  } catch {
    return "none";
  }
}

/** No boot's name. */
const OF_SEVERAL_BOOTS = "?";

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}
