/** First in, first out. Taking from the front of an array of a million moves a million; this does not. */
export class Fifo<T> {
  #items: T[] = [];
  #next = 0;

  get length(): number {
    return this.#items.length - this.#next;
  }

  /** The one that is taken next; undefined when there is none. */
  get first(): T | undefined {
    return this.#items[this.#next];
  }

  push(item: T): void {
    this.#items.push(item);
  }

  shift(): T | undefined {
    const item = this.#items[this.#next];
    if (this.length > 0) this.#next++;
    if (this.#next >= COMPACT_AFTER && this.#next * 2 >= this.#items.length) this.#compact();
    return item;
  }

  #compact(): void {
    this.#items = this.#items.slice(this.#next);
    this.#next = 0;
  }
}

/** Items that were taken are forgotten after this many at the latest, or when they are half of all. */
const COMPACT_AFTER = 256;
