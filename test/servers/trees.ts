import { createCipheriv, createHash } from "node:crypto";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ODD_FOLDERS, ODD_LINKS, ODD_NAMES, utf8 } from "./oddNames.ts";

/** Trees of files for servers to serve. Names are latin1 strings, one character a byte; modes let every user read. */

const DEEPEST = 40;
/** 2020-09-13T12:26:40Z; each further file is 61 s younger, so that a time's minutes and seconds both matter. */
const FIRST_TIME_S = 1_600_000_000;
const TIME_STEP_S = 61;

/** A new empty folder, removed at the end of an `await using`. */
export function temporaryFolder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), "ftp-harvest-test-"));
  chmodSync(path, 0o755);
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** Writes one file, and the folders above it. Its time follows from `order`. */
export function plantFile(root: string, name: string, bytes: Uint8Array, order = 0): void {
  const slash = name.lastIndexOf("/");
  if (slash > 0) plantFolder(root, name.slice(0, slash));
  const path = onDisk(root, name);
  writeFileSync(path, bytes);
  chmodSync(path, 0o644);
  const seconds = FIRST_TIME_S + TIME_STEP_S * order;
  utimesSync(path, seconds, seconds);
}

/** Makes a folder, and those above it. */
function plantFolder(root: string, name: string): void {
  let made = "";
  for (const part of name.split("/")) {
    made += made === "" ? part : `/${part}`;
    mkdirSync(onDisk(root, made), { recursive: true });
    chmodSync(onDisk(root, made), 0o755);
  }
}

export interface FilesToPlant {
  readonly count: number;
  /** Over how many folders they are spread, `dir00`, `dir01` …; 0 puts them all into `root`. Default 10. */
  readonly directories?: number;
  /** Bytes of the first, the second … file, over and over. Default: an empty one up to 64 KiB. */
  readonly sizes?: readonly number[];
}

const SIZES: readonly number[] = [0, 1, 1023, 4096, 65_536];

/** Many plain files, the same for the same arguments. */
export function plantFiles(root: string, { count, directories = 10, sizes = SIZES }: FilesToPlant): void {
  for (let order = 0; order < count; order++) {
    const name = `file${String(order).padStart(5, "0")}.bin`;
    const folder = directories === 0 ? "" : `dir${String(order % directories).padStart(2, "0")}/`;
    plantFile(root, folder + name, bytesOf(folder + name, sizes[order % sizes.length] ?? 0), order);
  }
}

/**
 * All that careless clients lose: `odd/` holds the names of `ODD_NAMES` and an empty file, `links/` links of every sort; folders with odd
 * names, an empty one, and some that lie 40 deep.
 */
export function plantOddNames(root: string): void {
  ODD_NAMES.forEach((name, order) => {
    plantFile(root, `odd/${name}`, bytesOf(name, 50 + order), order);
  });
  plantFile(root, "odd/zero.bin", new Uint8Array(0));
  ODD_FOLDERS.forEach((name, order) => {
    plantFile(root, `${name}/inside.txt`, bytesOf(name, 70 + order), order);
  });
  plantFolder(root, "empty-dir");
  plantFile(root, "links/target.txt", Buffer.from("target\n"));
  for (const [name, target] of ODD_LINKS) symlinkSync(bytePath(target), onDisk(root, `links/${name}`));
  let deep = "";
  for (let level = 0; level < DEEPEST; level++) {
    deep += level % 7 === 0 ? utf8(`深 ${level}/`) : `d${level}/`;
    plantFile(root, `${deep}f${level}.txt`, bytesOf(deep, 100 + level), level);
  }
}

/** Bytes that look random and follow from a seed: no two files and no two stretches of a file are alike. */
export function bytesOf(seed: string, size: number): Buffer {
  const key = createHash("sha256").update(seed).digest();
  return createCipheriv("aes-256-ctr", key, Buffer.alloc(16)).update(Buffer.alloc(size));
}

export interface TreeEntry {
  readonly kind: "file" | "directory" | "link" | "other";
  /** Bytes; 0 for what is no file. */
  readonly size: number;
  /** Of a file: hex. Of a link: where it points to, bytes as latin1. Else empty. */
  readonly content: string;
  /** Seconds since 1970. */
  readonly mtime: number;
}

/** Everything below a folder by its path relative to it, bytes as latin1. Links are not followed. */
export function readTree(root: string): Map<string, TreeEntry> {
  const tree = new Map<string, TreeEntry>();
  const waiting = [""];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const part of readdirSync(onDisk(root, folder), { encoding: "latin1" }).sort()) {
      const name = folder === "" ? part : `${folder}/${part}`;
      const entry = readEntry(onDisk(root, name));
      tree.set(name, entry);
      if (entry.kind === "directory") waiting.push(name);
    }
  }
  return tree;
}

/** The regular files below a folder, by their paths relative to it. Links are not followed, as a recursive `readdir` does from Node 22 on. */
export function fileNames(root: string, folder = ""): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = join(folder, entry.name);
    if (entry.isDirectory()) return fileNames(root, name);
    return entry.isFile() ? [name] : [];
  });
}

/** The files of a tree only: what a harvest of it should bring. */
export function filesOf(tree: ReadonlyMap<string, TreeEntry>): Map<string, TreeEntry> {
  return new Map([...tree].filter(([, entry]) => entry.kind === "file"));
}

function readEntry(path: Buffer): TreeEntry {
  const stat = lstatSync(path);
  const mtime = Math.floor(stat.mtimeMs / 1000);
  if (stat.isFile()) return { kind: "file", size: stat.size, content: sha256(readFileSync(path)), mtime };
  if (stat.isSymbolicLink()) return { kind: "link", size: 0, content: readlinkSync(path, "latin1"), mtime };
  return { kind: stat.isDirectory() ? "directory" : "other", size: 0, content: "", mtime };
}

export interface TreeDifference {
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  /** There in both, with another kind, size or content. */
  readonly different: readonly string[];
}

export const SAME: TreeDifference = { missing: [], extra: [], different: [] };

/** `expect(compareTrees(expected, actual)).toEqual(SAME)`. Times are not compared: not every server tells them to the second. */
export function compareTrees(
  expected: ReadonlyMap<string, TreeEntry>,
  actual: ReadonlyMap<string, TreeEntry>,
): TreeDifference {
  const differs = ([name, want]: [string, TreeEntry]): boolean => {
    const got = actual.get(name);
    return got !== undefined && (got.kind !== want.kind || got.size !== want.size || got.content !== want.content);
  };
  return {
    missing: [...expected.keys()].filter((name) => !actual.has(name)),
    extra: [...actual.keys()].filter((name) => !expected.has(name)),
    different: [...expected].filter(differs).map(([name]) => name),
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function bytePath(latin1: string): Buffer {
  return Buffer.from(latin1, "latin1");
}

function onDisk(root: string, name: string): Buffer {
  return Buffer.concat([Buffer.from(root, "utf8"), bytePath(`/${name}`)]);
}
