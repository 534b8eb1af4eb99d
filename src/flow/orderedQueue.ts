import type { Line } from "./waitingRoom.ts";

/** An item with its place in the input, from 0. */
export interface Placed<T> {
  readonly item: T;
  readonly place: number;
}

export interface Ordering<T, R> {
  /** Items that may be begun from the oldest on whose results have not been handed out. */
  readonly window: number;
  /** Where items wait until they may be begun. */
  readonly waiting: Line<T>;
  begin(item: Placed<T>): void;
  handOut(result: R): void;
  /** The input has ended and all results are handed out. */
  over(): void;
}

/** Begins items in their order, several at once, and hands out their results in the same order, whichever are over first. */
export class OrderedQueue<T extends NonNullable<unknown>, R> {
  readonly #ordering: Ordering<T, R>;
  /** Of items that are over, while an older one is not. */
  readonly #results = new Map<number, readonly R[]>();
  #begun = 0;
  #oldest = 0;
  #inputOver = false;
  #closed = false;
  #turning = false;

  constructor(ordering: Ordering<T, R>) {
    this.#ordering = ordering;
  }

  push(item: T): void {
    this.#ordering.waiting.push(item);
    this.#turn();
  }

  /** The item with this place is over; it may have no results. */
  done(place: number, results: readonly R[]): void {
    this.#results.set(place, results);
    this.#turn();
  }

  /** Nothing more will come. */
  end(): void {
    this.#inputOver = true;
    this.#turn();
  }

  /** Begins nothing more and hands out nothing more. */
  close(): void {
    this.#closed = true;
  }

  /** Does what can be done now. Whoever calls back in here meanwhile is noted, not nested: results would overtake each other. */
  #turn(): void {
    if (this.#turning) return;
    this.#turning = true;
    try {
      for (let more = true; more; ) more = !this.#closed && (this.#handOutOldest() || this.#beginNext());
    } finally {
      this.#turning = false;
    }
    if (this.#closed || !this.#inputOver || this.#oldest < this.#begun || this.#ordering.waiting.length > 0) return;
    this.#ordering.over();
  }

  #handOutOldest(): boolean {
    const results = this.#results.get(this.#oldest);
    if (results === undefined) return false;
    this.#results.delete(this.#oldest++);
    for (const result of results) this.#ordering.handOut(result);
    return true;
  }

  #beginNext(): boolean {
    const { window, waiting } = this.#ordering;
    if (this.#begun >= this.#oldest + window) return false;
    const item = waiting.shift();
    if (item === undefined) return false;
    this.#ordering.begin({ item, place: this.#begun++ });
    return true;
  }
}
