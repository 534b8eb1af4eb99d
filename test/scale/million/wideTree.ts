import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { setImmediate as turn } from "node:timers/promises";

/** Files of 100 to 500 bytes in folders, all in one where there is one; no two have the same bytes. */
export interface WideTree {
  /** Bytes follow from it and from each file's name. */
  readonly seed: string;
  readonly folders: number;
  readonly filesPerFolder: number;
}

const LEAST_SIZE = 100;
const SIZES = 401;
const STEPS_A_BREATH = 1_000;

/** Writes a tree that everybody may read. A signal ends it, and is thrown. */
export async function plantWideTree(root: string, tree: WideTree, signal: AbortSignal): Promise<void> {
  makeFolder(root);
  for (const folder of foldersOf(tree)) {
    makeFolder(`${root}/${folder}`);
    for (const name of namesOf(tree)) {
      await breath(signal);
      writeFileSync(`${root}/${folder}/${name}`, bytesAt(tree, `${folder}/${name}`));
    }
  }
}

/** How many files of the tree are not here as they must be, and how many more there are. */
export async function faultsIn(root: string, tree: WideTree, signal: AbortSignal): Promise<TreeFaults> {
  const folders = [...foldersOf(tree)];
  let [wrong, surplus] = [0, listed(root).filter((name) => !folders.includes(name)).length];
  for (const folder of folders) {
    const here = new Set(listed(`${root}/${folder}`));
    for (const name of namesOf(tree)) {
      await breath(signal);
      const isHere = here.delete(name);
      if (!isHere || !readFileSync(`${root}/${folder}/${name}`).equals(bytesAt(tree, `${folder}/${name}`))) wrong++;
    }
    surplus += here.size;
  }
  return { wrong, surplus };
}

export interface TreeFaults {
  readonly wrong: number;
  readonly surplus: number;
}

/** The files by their absolute path, for servers that have none on disk. */
export function wideFiles(tree: WideTree): Record<string, Buffer> {
  const paths = foldersOf(tree).flatMap((folder) => [...namesOf(tree)].map((name) => `${folder}/${name}`));
  return Object.fromEntries(paths.map((path) => [`/${path}`, bytesAt(tree, path)]));
}

export function filesIn({ folders, filesPerFolder }: WideTree): number {
  return folders * filesPerFolder;
}

let steps = 0;

/** Lets a signal in now and then. */
async function breath(signal: AbortSignal): Promise<void> {
  if (++steps % STEPS_A_BREATH === 0) await turn();
  signal.throwIfAborted();
}

function foldersOf({ folders }: WideTree): string[] {
  return Array.from({ length: folders }, (_, order) => `d${String(order).padStart(2, "0")}`);
}

function* namesOf({ filesPerFolder }: WideTree): Generator<string, void> {
  for (let order = 0; order < filesPerFolder; order++) yield `file-${String(order).padStart(6, "0")}.dat`;
}

/** A hash over and over: cheap to make, and to make again for the comparison. */
function bytesAt({ seed }: WideTree, name: string): Buffer {
  const hash = createHash("sha256").update(`${seed} ${name}`).digest();
  return Buffer.alloc(LEAST_SIZE + (hash.readUInt16LE(0) % SIZES), hash);
}

/** Whatever the umask. */
function makeFolder(path: string): void {
  mkdirSync(path);
  chmodSync(path, 0o755);
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // then all of it is missing
  }
}
