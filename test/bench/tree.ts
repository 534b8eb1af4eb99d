import { chmodSync, closeSync, fstatSync, futimesSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { bytesOf, plantFile } from "../servers/trees.ts";

/** Files of one server, spread evenly over folders; names, sizes and bytes follow from the seed. */
export interface Tree {
  readonly seed: string;
  readonly files: number;
  readonly folders: number;
  readonly leastSize: number;
  /** Sizes are log-uniform between the two: as many from 1 to 2 KiB as from 1 to 2 MiB. */
  readonly mostSize: number;
}

const STEPS_A_BREATH = 200;
const PIECE = 4 * 1_024 ** 2;

/** Writes it for everybody to read. A signal ends it, and is thrown. */
export async function plantTree(root: string, tree: Tree, signal: AbortSignal): Promise<void> {
  mkdirSync(root);
  chmodSync(root, 0o755); // whatever the umask
  for (let order = 0; order < tree.files; order++) {
    if (order % STEPS_A_BREATH === 0) await turn();
    signal.throwIfAborted();
    const folder = `dir${String(order % tree.folders).padStart(2, "0")}`;
    const name = `${folder}/file${String(order).padStart(5, "0")}.dat`;
    const [seed, size] = [`${tree.seed} ${order}`, sizeOf(tree, order)];
    plantFile(root, name, bytesOf(seed, Math.min(size, PIECE)), order);
    if (size > PIECE) await lengthen(join(root, name), { seed, size }, signal);
  }
}

/** Writes the other pieces of a file, each with a seed of its own: a large one is never in memory as a whole. Its time stays. */
async function lengthen(
  path: string,
  { seed, size }: { seed: string; size: number },
  signal: AbortSignal,
): Promise<void> {
  const file = openSync(path, "a");
  try {
    const { atimeMs, mtimeMs } = fstatSync(file);
    for (let at = PIECE; at < size; at += PIECE) {
      await turn();
      signal.throwIfAborted();
      writeSync(file, bytesOf(`${seed} ${at}`, Math.min(PIECE, size - at)));
    }
    futimesSync(file, atimeMs / 1_000, mtimeMs / 1_000);
  } finally {
    closeSync(file);
  }
}

/** About how many bytes it is on disk; a file takes whole pages, and its inode some more. */
export function bytesOnDisk({ files, leastSize, mostSize }: Tree): number {
  const mean = leastSize === mostSize ? leastSize : (mostSize - leastSize) / Math.log(mostSize / leastSize);
  return files * (mean + 4_096 + 1_024);
}

/** Drawn by the file's own seed. */
function sizeOf({ seed, leastSize, mostSize }: Tree, order: number): number {
  const chance = bytesOf(`${seed} ${order} size`, 4).readUInt32LE() / 0xffff_ffff;
  return Math.round(leastSize * (mostSize / leastSize) ** chance);
}
