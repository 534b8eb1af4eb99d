/** Marks a key whose outcome was given out. */
const TAKEN = 0x80;

/**
 * The best outcome of each key of one server, in typed arrays: 9 bytes a slot, at most two thirds full. A million keys take
 * 19 MB, for the time that this server is looked at.
 */
export class OutcomeTable {
  readonly #high: Uint32Array;
  readonly #low: Uint32Array;
  readonly #best: Uint8Array;
  readonly #mask: number;

  /** `keys`: at most this many will come. */
  constructor(keys: number) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(16, keys * 1.5)));
    this.#high = new Uint32Array(slots);
    this.#low = new Uint32Array(slots);
    this.#best = new Uint8Array(slots);
    this.#mask = slots - 1;
  }

  /** Remembers the outcome when it is better than what is known. True when the key is new. */
  add(high: number, low: number, outcome: number): boolean {
    const slot = this.#find(high, low);
    const known = this.#best[slot] ?? 0;
    this.#high[slot] = high;
    this.#low[slot] = low;
    if (outcome > known) this.#best[slot] = outcome;
    return known === 0;
  }

  /** True once for each key: for the first that asks with its best outcome. */
  take(high: number, low: number, outcome: number): boolean {
    const slot = this.#find(high, low);
    if (this.#best[slot] !== outcome) return false;
    this.#best[slot] = outcome | TAKEN;
    return true;
  }

  #find(high: number, low: number): number {
    let slot = (low ^ high) & this.#mask;
    while (this.#best[slot] !== 0 && (this.#high[slot] !== high || this.#low[slot] !== low))
      slot = (slot + 1) & this.#mask;
    return slot;
  }
}
