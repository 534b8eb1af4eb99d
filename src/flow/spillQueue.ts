import { Fifo } from "./fifo.ts";
import { BLOCK_BYTES, type SpillFile } from "./spillFile.ts";

/** How an item is written to disk: as one line of text, without a newline. */
export interface Codec<T> {
  write(item: T): string;
  read(text: string): T;
}

export interface SpillOptions<T> {
  readonly file: SpillFile;
  readonly codec: Codec<T>;
  /** Asked for an item when nothing of this queue lies on disk. */
  staysInMemory(item: T): boolean;
  /** Of this queue on disk. */
  readonly maxBytes: number;
}

/**
 * First in, first out, of any length: what is not to stay in memory goes to disk, and all that comes behind it too, until the disk's
 * part is empty again. That part has two blocks in memory, the one that is being read and the one that is being filled, however
 * long it is.
 */
export class SpillQueue<T> {
  readonly #options: SpillOptions<T>;
  /** Came before everything that lies on disk. */
  readonly #memory = new Fifo<T>();
  /** Lines on disk, in both blocks in memory too. */
  #lines = 0;
  /** Full blocks of lines; a line may begin in one and end in another. */
  readonly #blocks = new Fifo<number>();
  /** The block that is being read, from `#at` on. */
  #head: Buffer = NOTHING;
  #at = 0;
  /** What comes behind the last block. */
  #tail: Buffer = NOTHING;
  #used = 0;

  constructor(options: SpillOptions<T>) {
    this.#options = options;
  }

  get length(): number {
    return this.#memory.length + this.#lines;
  }

  /** Items that are held as they are. */
  get inMemory(): number {
    return this.#memory.length;
  }

  /** Where the item is now. `full`: nowhere, because the disk or this queue's part of it takes no more. */
  push(item: T): "memory" | "disk" | "full" {
    const { staysInMemory, codec } = this.#options;
    if (this.#lines === 0 && staysInMemory(item)) {
      this.#memory.push(item);
      return "memory";
    }
    if (!this.#append(Buffer.from(`${codec.write(item)}\n`))) return "full";
    this.#lines++;
    return "disk";
  }

  /** Throws a `Fault` `disk` when an item can't be read back. */
  shift(): T | undefined {
    if (this.#memory.length > 0) return this.#memory.shift();
    if (this.#lines === 0) return undefined;
    const item = this.#options.codec.read(this.#readLine());
    this.#lines--;
    if (this.#lines === 0) this.#forget();
    return item;
  }

  /** Gives its blocks back; what is left is lost. */
  close(): void {
    while (this.#memory.length > 0) this.#memory.shift();
    for (let block = this.#blocks.shift(); block !== undefined; block = this.#blocks.shift()) {
      this.#options.file.free(block);
    }
    this.#lines = 0;
    this.#forget();
  }

  #forget(): void {
    this.#head = this.#tail = NOTHING;
    this.#at = this.#used = 0;
  }

  #append(line: Buffer): boolean {
    if (this.#used + line.length <= BLOCK_BYTES) {
      this.#addToTail(line);
      return true;
    }
    const bytes = Buffer.concat([this.#tail.subarray(0, this.#used), line]);
    const rest = bytes.length % BLOCK_BYTES;
    if (!this.#writeBlocks(bytes.subarray(0, bytes.length - rest))) return false;
    this.#used = 0;
    this.#addToTail(bytes.subarray(bytes.length - rest));
    return true;
  }

  #addToTail(bytes: Buffer): void {
    const used = this.#used + bytes.length;
    if (used > this.#tail.length) {
      // Many queues have but a few lines.
      const larger = Buffer.allocUnsafeSlow(Math.min(BLOCK_BYTES, Math.max(FIRST_BYTES, used * 2)));
      this.#tail.copy(larger, 0, 0, this.#used);
      this.#tail = larger;
    }
    bytes.copy(this.#tail, this.#used);
    this.#used = used;
  }

  /** All or none. */
  #writeBlocks(bytes: Buffer): boolean {
    const { file, maxBytes } = this.#options;
    if (this.#blocks.length * BLOCK_BYTES + bytes.length > maxBytes) return false;
    const written: number[] = [];
    for (let at = 0; at < bytes.length; at += BLOCK_BYTES) {
      const block = file.write(bytes.subarray(at, at + BLOCK_BYTES));
      if (block === undefined) {
        for (const one of written) file.free(one);
        return false;
      }
      written.push(block);
    }
    for (const block of written) this.#blocks.push(block);
    return true;
  }

  #readLine(): string {
    const parts: Buffer[] = [];
    for (let end = this.#lineEnd(); ; end = this.#lineEnd()) {
      const part = this.#head.subarray(this.#at, end === -1 ? undefined : end);
      if (end !== -1) {
        this.#at = end + 1;
        return parts.length === 0 ? part.toString() : Buffer.concat([...parts, part]).toString();
      }
      parts.push(part);
      this.#readOn();
    }
  }

  #lineEnd(): number {
    return this.#head.indexOf(NEWLINE, this.#at);
  }

  /** The next block, or behind the last one what has not been written yet. */
  #readOn(): void {
    const { file } = this.#options;
    const block = this.#blocks.first;
    if (block === undefined) {
      this.#head = this.#tail.subarray(0, this.#used);
      this.#tail = NOTHING;
      this.#used = 0;
    } else {
      this.#head = file.read(block);
      this.#blocks.shift();
      file.free(block);
    }
    this.#at = 0;
  }
}

const NOTHING = Buffer.alloc(0);
const NEWLINE = 0x0a;
const FIRST_BYTES = 512;
