import { type Dirent, lstatSync, readdirSync, readFileSync } from "node:fs";
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
    else if (look === "bytes" && !readFileSync(original).equals(readFileSync(other))) found.wrongBytes++;
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

/** Of a regular file, else undefined. */
function sizeOf(path: string): number | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat?.isFile() ? stat.size : undefined;
}
