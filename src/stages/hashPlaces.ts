const FEWEST_KEYS = 512;

/**
 * Numbers different hashes of 64 bits in the order in which they come: the first has place 0. Open addressing, half full at most; 16 bytes
 * a hash, or up to twice that when it has just grown.
 */
export class HashPlaces {
  /** Hashes that have a place. */
  size = 0;
  /** One more than the place of the hash that begins its search there; 0: free. Twice as many as there is room for hashes. */
  #slots = new Uint32Array(2 * FEWEST_KEYS);
  /** By place. */
  #highs = new Uint32Array(FEWEST_KEYS);
  #lows = new Uint32Array(FEWEST_KEYS);

  has(high: number, low: number): boolean {
    return this.#slots[this.#slotOf(high, low)] !== 0;
  }

  /** Its place: `size` of before, if it is new. */
  add(high: number, low: number): number {
    const known = this.#slots[this.#slotOf(high, low)] ?? 0;
    if (known !== 0) return known - 1;
    // Not sooner: who counts them may have had all that it wants.
    if (this.size === this.#highs.length) this.#grow();
    const place = this.size++;
    this.#slots[this.#slotOf(high, low)] = place + 1;
    this.#highs[place] = high;
    this.#lows[place] = low;
    return place;
  }

  /** Where it is, or would be. */
  #slotOf(high: number, low: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (high ^ low) & mask;
    for (;;) {
      const after = slots[slot] ?? 0;
      if (after === 0 || (this.#highs[after - 1] === high && this.#lows[after - 1] === low)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    this.#slots = new Uint32Array(2 * this.#slots.length);
    this.#highs = twice(this.#highs);
    this.#lows = twice(this.#lows);
    for (let place = 0; place < this.size; place++) {
      this.#slots[this.#slotOf(this.#highs[place] ?? 0, this.#lows[place] ?? 0)] = place + 1;
    }
  }
}

function twice(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(2 * numbers.length);
  more.set(numbers);
  return more;
}
