import { Fifo } from "./fifo.ts";
import type { Gate } from "./gate.ts";
import { LargestFirst } from "./largestFirst.ts";
import { SpillFile } from "./spillFile.ts";
import { type Codec, SpillQueue } from "./spillQueue.ts";

/** Where what waits may lie on disk. */
export interface Spill<T> {
  /** Absolute; made when needed. */
  readonly folder: string;
  readonly codec: Codec<T>;
  /** Told once why the disk takes nothing. */
  readonly note?: (message: string) => void;
  readonly limits?: SpillLimits;
}

/** Bytes on disk. */
export interface SpillLimits {
  readonly lineBytes: number;
  readonly fileBytes: number;
}

/** 1 GiB is some three million files of one server. */
export const SPILL_LIMITS: SpillLimits = { lineBytes: 1024 ** 3, fileBytes: 4 * 1024 ** 3 };

/** First in, first out. */
export interface Line<T> {
  readonly length: number;
  push(item: T): void;
  shift(): T | undefined;
}

/** The largest first. */
export interface LargeLine<T> {
  readonly length: number;
  /** False: there is no room for it here, and it waits in its turn. */
  push(item: T, size: number): boolean;
  shift(): T | undefined;
}

/**
 * Where the items of a queue wait, in any number of lines. Those in memory are parked at the queue's gate. Where there is a disk, what
 * is too many for memory lies there and is not parked: the source goes on, and others get their turn. When the disk takes no more, it
 * is memory again, until the gate shuts.
 */
export class WaitingRoom<T extends NonNullable<unknown>> {
  readonly #gate: Gate;
  readonly #spill: { readonly file: SpillFile; readonly codec: Codec<T>; readonly lineBytes: number } | undefined;

  /** Nothing else is parked at the gate; it is closed with the room. */
  constructor(gate: Gate, spill: Spill<T> | undefined) {
    this.#gate = gate;
    if (spill === undefined) return;
    const { folder, codec, note, limits = SPILL_LIMITS } = spill;
    const file = new SpillFile(folder, limits.fileBytes, {
      note: (why) => note?.(`${why}; the input may have to wait`),
    });
    this.#spill = { codec, file, lineBytes: limits.lineBytes };
  }

  line(): Line<T> {
    const gate = this.#gate;
    if (this.#spill === undefined) return new WaitingLine(gate, undefined);
    const { file, codec, lineBytes: maxBytes } = this.#spill;
    const spilled: SpillQueue<T> = new SpillQueue({
      file,
      codec,
      // No line has more than is left for all others, as ports share a switch's memory: a slow one never has all of it.
      staysInMemory: () => spilled.inMemory < gate.diskMark - gate.parked,
      maxBytes,
    });
    return new WaitingLine(gate, spilled);
  }

  /** For items that are to be begun early, each lane's own. They are never put on disk, where they could not be chosen from. */
  largeLine(): LargeLine<T> {
    return new ParkedLargeLine(this.#gate);
  }

  /** What still waits is lost, and nobody waits for it. */
  close(): void {
    this.#spill?.file.close();
    this.#gate.close();
  }
}

class ParkedLargeLine<T extends NonNullable<unknown>> implements LargeLine<T> {
  readonly #gate: Gate;
  readonly #items = new LargestFirst<T>();

  constructor(gate: Gate) {
    this.#gate = gate;
  }

  get length(): number {
    return this.#items.length;
  }

  /** It has as much room as any other line. */
  push(item: T, size: number): boolean {
    if (this.length >= this.#gate.diskMark - this.#gate.parked) return false;
    this.#items.push(item, size);
    this.#gate.park();
    return true;
  }

  shift(): T | undefined {
    if (this.length > 0) this.#gate.unpark();
    return this.#items.shift();
  }
}

class WaitingLine<T extends NonNullable<unknown>> implements Line<T> {
  readonly #gate: Gate;
  readonly #spilled: SpillQueue<T> | undefined;
  /** What was not taken there; it comes behind. */
  readonly #behind = new Fifo<T>();

  constructor(gate: Gate, spilled: SpillQueue<T> | undefined) {
    this.#gate = gate;
    this.#spilled = spilled;
  }

  get length(): number {
    return (this.#spilled?.length ?? 0) + this.#behind.length;
  }

  push(item: T): void {
    const where = this.#behind.length > 0 ? "full" : this.#spill(item);
    if (where === "full") this.#behind.push(item);
    if (where !== "disk") this.#gate.park();
  }

  shift(): T | undefined {
    const before = this.#inMemory;
    const item = this.#spilled?.shift() ?? this.#behind.shift();
    // There may be room on disk now.
    const next = this.#behind.first;
    if (next !== undefined && this.#spill(next) !== "full") this.#behind.shift();
    this.#gate.unpark(before - this.#inMemory);
    return item;
  }

  get #inMemory(): number {
    return (this.#spilled?.inMemory ?? 0) + this.#behind.length;
  }

  #spill(item: T): "memory" | "disk" | "full" {
    return this.#spilled?.push(item) ?? "full";
  }
}
