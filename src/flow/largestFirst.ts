/** A binary heap: hands out the largest first, and of equals the one that came first. */
export class LargestFirst<T> {
  readonly #heap: Sized<T>[] = [];
  #arrivals = 0;

  get length(): number {
    return this.#heap.length;
  }

  push(item: T, size: number): void {
    const heap = this.#heap;
    const sized = { item, size, arrival: this.#arrivals++ };
    let at = heap.length;
    for (let above = at; at > 0; at = above) {
      above = (at - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || isBefore(parent, sized)) break;
      heap[at] = parent;
    }
    heap[at] = sized;
  }

  shift(): T | undefined {
    const [first] = this.#heap;
    const last = this.#heap.pop();
    if (last !== undefined && this.#heap.length > 0) this.#sink(last);
    return first?.item;
  }

  /** Puts what was the last one where it belongs, from the top on. */
  #sink(sized: Sized<T>): void {
    const heap = this.#heap;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const [a, b] = [heap[left], heap[left + 1]];
      const child = a !== undefined && b !== undefined && isBefore(b, a) ? left + 1 : left;
      const larger = heap[child];
      if (larger === undefined || isBefore(sized, larger)) break;
      heap[at] = larger;
      at = child;
    }
    heap[at] = sized;
  }
}

interface Sized<T> {
  readonly item: T;
  readonly size: number;
  readonly arrival: number;
}

function isBefore<T>(a: Sized<T>, b: Sized<T>): boolean {
  return a.size === b.size ? a.arrival < b.arrival : a.size > b.size;
}
