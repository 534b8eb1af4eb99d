import { closeSync, constants, fstatSync, lstatSync, openSync, unlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { quietly } from "./fileWriting.ts";
import { unsafeServerReason } from "./safeName.ts";

/** Which names are one name to a disk. */
export interface Folding {
  /** `a` and `A`: macOS, Windows, CIFS, FAT, ext4 with casefold. */
  readonly letters: boolean;
  /** `é` as one character and as two: macOS, ext4 with casefold. */
  readonly forms: boolean;
}

/** Which names are one in the servers' folders. Asked once for each. */
export class Foldings {
  readonly #root: string;
  readonly #known = new Map<string, Folding>();

  /** @param root the folder that holds the servers' folders */
  constructor(root: string) {
    this.#root = root;
  }

  /**
   * Makes a file in the server's folder, looks for its other spellings, and takes it away. In the folder above it as long as it is missing: a
   * new folder is like the one that it is made in. Where no file can be made each name is taken for its own: the first file says why.
   *
   * The file has one name in each place, so that the next run takes away what one that was killed has left.
   */
  in(server: string, folder: "there" | "missing"): Folding {
    const key = `${folder}/${server}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    // Nothing is made under such a name; `Sink.begin` says why.
    if (unsafeServerReason(server) !== undefined) return UNFOLDED;
    const above = join(this.#root, `.${server}${PROBE}`);
    const folding = probe(folder === "there" ? join(this.#root, server, PROBE) : above);
    if (folder === "there") quietly(() => unlinkSync(above));
    this.#known.set(key, folding);
    return folding;
  }
}

/** Small letters, and composed. */
const PROBE = ".fh-probe-\u00e9";

const UNFOLDED: Folding = { letters: false, forms: false };

function probe(path: string): Folding {
  let folding = UNFOLDED;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    let fd: number | undefined;
    try {
      fd = openSync(path, OPEN, 0o644);
      folding = look(path);
      // Open, so that no other file has its number.
      if (isThere(path, fstatSync(fd).ino)) break;
    } catch {
      break;
    } finally {
      if (fd !== undefined) closeSync(fd);
    }
  }
  quietly(() => unlinkSync(path));
  return folding;
}

/** Another process of this run uses the same file, and takes it away as well: then the look says nothing. Each does so once. */
const MOST_TRIES = 1_000;

/** What lies there already is as good; neither a link is followed, nor is a FIFO waited for. */
const OPEN = constants.O_RDONLY | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

function look(path: string): Folding {
  const [folder, name] = [dirname(path), basename(path)];
  return { letters: isThere(join(folder, name.toUpperCase())), forms: isThere(join(folder, name.normalize("NFD"))) };
}

/** The same for all names that are one name to the disk; undefined where each name is its own. */
export function foldedName(name: string, { letters, forms }: Folding): string | undefined {
  if (!letters && !forms) return undefined;
  const formed = forms ? name.normalize("NFC") : name;
  // Up and down: ς and σ are one, and so are ſ and s.
  return letters ? formed.toUpperCase().toLowerCase() : formed;
}

/** @param number its inode, where it must be that file */
function isThere(path: string, number?: number): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats !== undefined && (number === undefined || stats.ino === number);
}
