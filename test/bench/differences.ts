import { closeSync, type Dirent, lstatSync, openSync, readdirSync, readSync } from "node:fs";
import { join, relative } from "node:path";

/** How many files of a tree a harvest has not brought as they are. */
export interface Differences {
  readonly missing: number;
  readonly wrongSize: number;
  readonly wrongBytes: number;
}

/** How closely files are looked at; reading them all takes longer than some clients take to fetch them. */
export type Look = "sizes" | "bytes";

/** Compares all files below `root` with those of the same names below `copy`. */
export function differences(root: string, copy: string, look: Look): Differences {
  const found = { missing: 0, wrongSize: 0, wrongBytes: 0 };
  for (const path of filesBelow(root)) {
    const [original, other] = [join(root, path), join(copy, path)];
    const size = sizeOf(other);
    if (size === undefined) found.missing++;
    else if (size !== lstatSync(original).size) found.wrongSize++;
    else if (look === "bytes" && !haveSameBytes(original, other)) found.wrongBytes++;
  }
  return found;
}

/** In words; undefined where there is none. */
export function differencesText({ missing, wrongSize, wrongBytes }: Differences): string | undefined {
  const parts = [
    ...(missing > 0 ? [`${missing} missing`] : []),
    ...(wrongSize > 0 ? [`${wrongSize} of another size`] : []),
    ...(wrongBytes > 0 ? [`${wrongBytes} with other bytes`] : []),
  ];
  return parts.length > 0 ? parts.join(", ") : undefined;
}

/** Paths of regular files below a folder, relative to it, folder by folder in order. */
export function filesBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry: Dirent) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

/** Piece by piece: files may be larger than memory. */
function haveSameBytes(a: string, b: string): boolean {
  const files = [openSync(a, "r"), openSync(b, "r")];
  try {
    for (;;) {
      const [inA, inB] = files.map((file, which) => readPiece(file, PIECES[which] ?? NOTHING));
      if (inA === undefined || inB === undefined || !inA.equals(inB)) return false;
      if (inA.length === 0) return true;
    }
  } finally {
    for (const file of files) closeSync(file);
  }
}

/** Fills the buffer as far as the file goes. */
function readPiece(file: number, into: Buffer): Buffer {
  let filled = 0;
  for (let read = -1; read !== 0 && filled < into.length; filled += read) {
    read = readSync(file, into, filled, into.length - filled, null);
  }
  return into.subarray(0, filled);
}

const PIECE = 1_024 ** 2;
const NOTHING = Buffer.alloc(0);
/** One for each side. */
const PIECES = [Buffer.alloc(PIECE), Buffer.alloc(PIECE)];

/** Of a regular file, else undefined. */
function sizeOf(path: string): number | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat?.isFile() ? stat.size : undefined;
}
