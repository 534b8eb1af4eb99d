import { hashInto, newSeed, type TextHash } from "../records/textHash.ts";

/** Keys in each generation: 32 MiB. */
const MOST_KEYS = 2 ** 21;

/**
 * Which keys came before. Memory is bounded: two generations of keys, of which the older is forgotten when the younger is full. A key
 * that was forgotten counts as new. Keys are told apart by 64 bits: among a million, two are taken for one once in ten million times.
 */
export class LatestKeys {
  readonly #mostKeys: number;
  #younger = new Generation();
  #older = new Generation();
  /** Used for each key anew. */
  readonly #hash: TextHash = { high: 0, low: 0 };
  readonly #seed = newSeed();

  /** `mostKeys`: in each of the two generations. */
  constructor(mostKeys: number = MOST_KEYS) {
    this.#mostKeys = mostKeys;
  }

  has(key: string): boolean {
    hashInto(this.#hash, key, this.#seed);
    return this.#younger.has(this.#hash) || this.#older.has(this.#hash);
  }

  /** False when the key is known. */
  add(key: string): boolean {
    hashInto(this.#hash, key, this.#seed);
    const isNew = this.#younger.add(this.#hash) && !this.#older.has(this.#hash);
    if (this.#younger.size >= this.#mostKeys) {
      this.#older = this.#younger;
      this.#younger = new Generation();
    }
    return isNew;
  }
}

/** Hashes in open addressing: 8 bytes a slot, no more than half of them full. */
class Generation {
  size = 0;
  #high = new Uint32Array(FEWEST_SLOTS);
  #low = new Uint32Array(FEWEST_SLOTS);

  has(hash: TextHash): boolean {
    return !this.#isFree(this.#slotOf(hash));
  }

  /** False when it is there. */
  add(hash: TextHash): boolean {
    const slot = this.#slotOf(hash);
    if (!this.#isFree(slot)) return false;
    this.#high[slot] = hash.high;
    this.#low[slot] = lowOf(hash);
    this.size++;
    if (this.size * 2 > this.#high.length) this.#grow();
    return true;
  }

  /** Where it is, or would be. */
  #slotOf(hash: TextHash): number {
    const { high } = hash;
    const low = lowOf(hash);
    const mask = this.#high.length - 1;
    let slot = (high ^ low) & mask;
    while (!this.#isFree(slot) && (this.#high[slot] !== high || this.#low[slot] !== low)) slot = (slot + 1) & mask;
    return slot;
  }

  #isFree(slot: number): boolean {
    return this.#low[slot] === 0;
  }

  #grow(): void {
    const [highs, lows] = [this.#high, this.#low];
    this.#high = new Uint32Array(highs.length * 2);
    this.#low = new Uint32Array(highs.length * 2);
    this.size = 0;
    const hash = { high: 0, low: 0 };
    for (let slot = 0; slot < lows.length; slot++) {
      hash.high = highs[slot] ?? 0;
      hash.low = lows[slot] ?? 0;
      if (hash.low !== 0) this.add(hash);
    }
  }
}

const FEWEST_SLOTS = 1_024;

/** 0 marks a free slot. */
function lowOf({ low }: TextHash): number {
  return low || 1;
}
