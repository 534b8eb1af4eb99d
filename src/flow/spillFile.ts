import { closeSync, ftruncateSync, readSync, writeSync } from "node:fs";
import { errorCode } from "../records/errorCode.ts";
import { Fault } from "../records/fault.ts";
import { makeFolder } from "../records/makeFolder.ts";
import { openNameless } from "../records/openNameless.ts";
import type { DiskBudget } from "./diskBudget.ts";

/** Large enough to be written fast, small enough to have two in memory for each of many queues. */
export const BLOCK_BYTES = 16 * 1024;

export interface SpillFileOptions {
  /** Told once why the disk takes nothing. */
  readonly note?: (message: string) => void;
  /** What this file shares with others, besides its own cap. */
  readonly budget?: DiskBudget | undefined;
}

/**
 * Blocks of one size on disk, for any number of queues: one file descriptor, and blocks that were freed are used again, so that the file
 * is never larger than what lay in it at once. The file is made with the first block and its name is taken away at once: the system frees
 * it however this process ends.
 */
export class SpillFile {
  readonly #folder: string;
  readonly #maxBlocks: number;
  readonly #note: (message: string) => void;
  readonly #budget: DiskBudget | undefined;
  readonly #free: number[] = [];
  /** Blocks that the file has, in use or free. */
  #blocks = 0;
  #fd: number | undefined;
  #refused = false;
  #closed = false;

  /** `folder`: absolute, made when needed, for this user only. */
  constructor(folder: string, maxBytes: number, { note = () => {}, budget }: SpillFileOptions = {}) {
    this.#folder = folder;
    this.#maxBlocks = Math.floor(maxBytes / BLOCK_BYTES);
    this.#note = note;
    this.#budget = budget;
  }

  /** Writes `BLOCK_BYTES` bytes and says which block they are. Undefined when the file is full or the disk takes no more. */
  write(bytes: Uint8Array): number | undefined {
    const block = this.#free.at(-1) ?? this.#blocks;
    const grows = block === this.#blocks;
    if (this.#closed || block >= this.#maxBlocks || (grows && this.#budget?.lacks(BLOCK_BYTES))) return undefined;
    try {
      this.#fd ??= this.#open();
      for (let done = 0; done < BLOCK_BYTES; ) {
        done += writeSync(this.#fd, bytes, done, BLOCK_BYTES - done, block * BLOCK_BYTES + done);
      }
    } catch (error) {
      if (errorCode(error) === "") throw error;
      this.#refuse(error);
      return undefined;
    }
    if (grows) this.#grow(1);
    else this.#free.pop();
    return block;
  }

  /** Throws a `Fault` `disk`. */
  read(block: number): Buffer {
    const bytes = Buffer.allocUnsafe(BLOCK_BYTES);
    for (let done = 0; done < BLOCK_BYTES; ) {
      const read = this.#readInto(bytes, done, block * BLOCK_BYTES + done);
      if (read === 0) throw new Fault("disk", `what was put aside in ${this.#folder} can't be read back`);
      done += read;
    }
    return bytes;
  }

  /** The block is needed no more. */
  free(block: number): void {
    this.#free.push(block);
    if (this.#free.length < this.#blocks || this.#fd === undefined) return;
    // Nothing is left in it: the disk gets its space back.
    if (!this.#letGo(this.#fd, (fd) => ftruncateSync(fd, 0))) return;
    this.#free.length = 0;
    this.#grow(-this.#blocks);
  }

  close(): void {
    if (this.#fd !== undefined) this.#letGo(this.#fd, closeSync);
    this.#fd = undefined;
    this.#closed = true;
    this.#grow(-this.#blocks);
  }

  /** What lay in it is not wanted any more: a disk that complains now (NFS tells late that it was full) has lost nothing. */
  #letGo(fd: number, how: (fd: number) => void): boolean {
    try {
      how(fd);
      return true;
    } catch (error) {
      if (errorCode(error) === "") throw error;
      return false;
    }
  }

  #open(): number {
    makeFolder(this.#folder, 0o700);
    return openNameless(this.#folder);
  }

  #grow(blocks: number): void {
    this.#blocks += blocks;
    this.#budget?.take(blocks * BLOCK_BYTES);
  }

  #readInto(bytes: Buffer, at: number, position: number): number {
    try {
      return this.#fd === undefined ? 0 : readSync(this.#fd, bytes, at, bytes.length - at, position);
    } catch (cause) {
      throw new Fault("disk", `what was put aside in ${this.#folder} can't be read back: ${reason(cause)}`, { cause });
    }
  }

  #refuse(error: unknown): void {
    if (!this.#refused) this.#note(`can't put records aside in ${this.#folder}: ${reason(error)}`);
    this.#refused = true;
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
