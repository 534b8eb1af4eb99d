import { readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { errorCode } from "../records/errorCode.ts";
import { quietly } from "./fileWriting.ts";

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

/**
 * Reads the note and takes it away, `ours` being the boot of now. One that makes them doubtful stays until `endDoubt`: if this run does not look through all of them, the
 * next one must not trust the rest.
 */
export function takeNote(path: string, ours: string): LeftParts {
  try {
    const boot = read(path);
    if (boot === undefined) return "none";
    // Where the system does not tell one boot from another, nobody knows of a crash.
    const isOurs = boot === ours && ours !== "";
    if (isOurs) unlinkSync(path);
    else writeFileSync(path, IN_DOUBT);
    return isOurs ? "trusted" : "doubtful";
  } catch {
    return "none";
  }
}

/** Takes a note away that made part files doubtful: all of them were looked through. Not if another one was written meanwhile. Never throws. */
export function endDoubt(path: string): void {
  quietly(() => {
    if (read(path) === IN_DOUBT) unlinkSync(path);
  });
}

/** No boots' names. */
const OF_SEVERAL_BOOTS = "?";
const IN_DOUBT = "??";

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}
