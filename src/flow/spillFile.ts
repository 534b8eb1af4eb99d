import { randomUUID } from "node:crypto";
import { closeSync, ftruncateSync, openSync, readSync, unlinkSync, writeSync } from "node:fs";
import { join } from "node:path";
import { errorCode } from "../records/errorCode.ts";
import { Fault } from "../records/fault.ts";
import { makeFolder } from "../records/makeFolder.ts";

/** Large enough to be written fast, small enough to have two in memory for each of many queues. */
export const BLOCK_BYTES = 16 * 1024;

/**
 * Blocks of one size on disk, for any number of queues: one file descriptor, and blocks that were freed are used again, so that the file
 * is never larger than what lay in it at once. The file is made with the first block and its name is taken away at once: the system frees
 * it however this process ends.
 */
export class SpillFile {
  readonly #folder: string;
  readonly #maxBlocks: number;
  readonly #note: (message: string) => void;
  readonly #free: number[] = [];
  /** Blocks that the file has, in use or free. */
  #blocks = 0;
  #fd: number | undefined;
  #refused = false;
  #closed = false;

  /** `folder`: absolute, made when needed, for this user only. `note` is told once why the disk takes nothing. */
  constructor(folder: string, maxBytes: number, note: (message: string) => void = () => {}) {
    this.#folder = folder;
    this.#maxBlocks = Math.floor(maxBytes / BLOCK_BYTES);
    this.#note = note;
  }

  /** Writes `BLOCK_BYTES` bytes and says which block they are. Undefined when the file is full or the disk takes no more. */
  write(bytes: Uint8Array): number | undefined {
    const block = this.#free.at(-1) ?? this.#blocks;
    if (this.#closed || block >= this.#maxBlocks) return undefined;
    try {
      this.#fd ??= openNameless(this.#folder);
      for (let done = 0; done < BLOCK_BYTES; ) {
        done += writeSync(this.#fd, bytes, done, BLOCK_BYTES - done, block * BLOCK_BYTES + done);
      }
    } catch (error) {
      if (errorCode(error) === "") throw error;
      this.#refuse(error);
      return undefined;
    }
    if (this.#free.length > 0) this.#free.pop();
    else this.#blocks++;
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
    ftruncateSync(this.#fd, 0);
    this.#free.length = 0;
    this.#blocks = 0;
  }

  close(): void {
    if (this.#fd !== undefined) closeSync(this.#fd);
    this.#fd = undefined;
    this.#closed = true;
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

function openNameless(folder: string): number {
  makeFolder(folder, 0o700);
  const path = join(folder, randomUUID());
  // Fails where something of that name is there, be it a link.
  const fd = openSync(path, "wx+", 0o600);
  try {
    unlinkSync(path);
    return fd;
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
