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

/** Which names are one in the servers' folders. Asked once for each. */
export class Foldings {
  readonly #owner: string;
  readonly #known = new Map<string, Folding>();

  /** @param owner names the files that are made to find out */
  constructor(owner: string) {
    this.#owner = owner;
  }

  /**
   * Makes a file in the folder, looks for its other spellings, and takes it away. Where no file can be made each name is taken for its own:
   * the first file says why.
   */
  in(folder: string): Folding {
    const known = this.#known.get(folder);
    if (known !== undefined) return known;
    const folding = probe(folder, `.fh-probe-${this.#owner}-\u00e9`);
    this.#known.set(folder, folding);
    return folding;
  }
}

function probe(folder: string, name: string): Folding {
  const path = join(folder, name);
  try {
    closeSync(openSync(path, "wx"));
  } catch {
    return { letters: false, forms: false };
  }
  const letters = isThere(join(folder, name.toUpperCase()));
  const forms = isThere(join(folder, name.normalize("NFD")));
  quietly(() => unlinkSync(path));
  return { letters, forms };
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
