import { createCipheriv, createHash } from "node:crypto";
import { chmodSync, mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";

/** Files of one server, spread evenly over folders; names, sizes and bytes follow from the seed. */
export interface Tree {
  readonly seed: string;
  readonly files: number;
  readonly folders: number;
  readonly leastSize: number;
  /** Sizes are log-uniform between the two: as many from 1 to 2 KiB as from 1 to 2 MiB. */
  readonly mostSize: number;
}

/** Old enough that listings tell the year and not the time of the day, as for most files on servers. */
const FIRST_TIME_S = 1_600_000_000;
const TIME_STEP_S = 61;
const STEPS_A_BREATH = 200;

/** Writes it for everybody to read. A signal ends it, and is thrown. */
export async function plantTree(root: string, tree: Tree, signal: AbortSignal): Promise<void> {
  makeFolder(root);
  for (let folder = 0; folder < tree.folders; folder++) makeFolder(join(root, folderName(folder)));
  for (let order = 0; order < tree.files; order++) {
    if (order % STEPS_A_BREATH === 0) await turn();
    signal.throwIfAborted();
    const path = join(root, folderName(order % tree.folders), `file${String(order).padStart(5, "0")}.dat`);
    writeFileSync(path, bytesOf(tree, order));
    const time = FIRST_TIME_S + order * TIME_STEP_S;
    utimesSync(path, time, time);
  }
}

/** About how many bytes it is on disk; a file takes whole pages, and its inode some more. */
export function bytesOnDisk({ files, leastSize, mostSize }: Tree): number {
  const mean = leastSize === mostSize ? leastSize : (mostSize - leastSize) / Math.log(mostSize / leastSize);
  return files * (mean + 4_096 + 1_024);
}

/** Whatever the umask. */
function makeFolder(path: string): void {
  mkdirSync(path);
  chmodSync(path, 0o755);
}

function folderName(order: number): string {
  return `dir${String(order).padStart(2, "0")}`;
}

/** Bytes of a cipher, which nothing can compress, other ones for each file. */
function bytesOf({ seed, leastSize, mostSize }: Tree, order: number): Buffer {
  const key = createHash("sha256").update(`${seed} ${order}`).digest();
  const size = Math.round(leastSize * (mostSize / leastSize) ** (key.readUInt32LE(0) / 0xffff_ffff));
  return createCipheriv("aes-256-ctr", key, Buffer.alloc(16)).update(Buffer.alloc(size));
}
