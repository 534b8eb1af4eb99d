import { closeSync, lstatSync, openSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { quietly } from "./fileWriting.ts";

/** Which names are one name to a disk. */
export interface Folding {
  /** `a` and `A`: macOS, Windows, CIFS, FAT, ext4 with casefold. */
  readonly letters: boolean;
  /** `é` as one character and as two: macOS, ext4 with casefold. */
  readonly forms: boolean;
}

/**
 * Which names are one in a folder: makes a file there, looks for its other spellings, and takes it away. Where no file can be made each
 * name is taken for its own; the first file says why.
 */
export function foldingOf(folder: string, owner: string): Folding {
  const name = `.fh-probe-${owner}-\u00e9`;
  const probe = join(folder, name);
  try {
    closeSync(openSync(probe, "wx"));
  } catch {
    return { letters: false, forms: false };
  }
  const folding = {
    letters: isThere(join(folder, name.toUpperCase())),
    forms: isThere(join(folder, name.normalize("NFD"))),
  };
  quietly(() => unlinkSync(probe));
  return folding;
}

/** The same for all names that are one name to the disk; undefined where each name is its own. */
export function foldedName(name: string, { letters, forms }: Folding): string | undefined {
  if (!letters && !forms) return undefined;
  const formed = forms ? name.normalize("NFC") : name;
  // Up and down: ς and σ are one, and so are ſ and s.
  return letters ? formed.toUpperCase().toLowerCase() : formed;
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
