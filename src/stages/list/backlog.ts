import type { SpillFile } from "../../flow/spillFile.ts";
import { SpillQueue } from "../../flow/spillQueue.ts";

/** How much a backlog may hold, and where. */
interface BacklogOptions<T> {
  readonly file: SpillFile;
  /** What an item takes in memory, about. */
  readonly bytesOf: (item: T) => number;
  /** In memory; what comes behind goes to disk. */
  readonly memoryBytes: number;
  /** On disk; then it is full. */
  readonly diskBytes: number;
}

/** First in, first out: what was read of a server and is still to be looked at. Filled first, emptied then. */
export class Backlog<T> {
  readonly #queue: SpillQueue<T>;
  /** Of all that went to memory since it was empty; what was taken out counts too. */
  #bytes = 0;

  constructor({ file, bytesOf, memoryBytes, diskBytes }: BacklogOptions<T>) {
    this.#queue = new SpillQueue({
      file,
      codec: { write: (item) => JSON.stringify(item), read: (text) => JSON.parse(text) },
      staysInMemory: (item) => {
        const bytes = this.#bytes + bytesOf(item);
        if (bytes > memoryBytes) return false;
        this.#bytes = bytes;
        return true;
      },
      maxBytes: diskBytes,
    });
  }

  get length(): number {
    return this.#queue.length;
  }

  /** What it has of memory at most, for items that are held as they are. */
  get memoryBytes(): number {
    return this.inMemory === 0 ? 0 : this.#bytes;
  }

  /** Items that are held in memory as they are. */
  get inMemory(): number {
    return this.#queue.inMemory;
  }

  /** False: it is full, and the item was not taken. */
  push(item: T): boolean {
    return this.#queue.push(item) !== "full";
  }

  /** Throws a `Fault` `disk` when an item can't be read back. */
  shift(): T | undefined {
    return this.#queue.shift();
  }

  /** Forgets all that is in it; then it may be filled again. */
  clear(): void {
    this.#queue.close();
    this.#bytes = 0;
  }
}
