import { hashInto, newSeed, type TextHash } from "../records/textHash.ts";
import { HashPlaces } from "./hashPlaces.ts";

/** Keys in each generation: 32 MiB. */
const MOST_KEYS = 2 ** 21;

/**
 * Which keys came before. Memory is bounded: two generations of keys, of which the older is forgotten when the younger is full. A key
 * that was forgotten counts as new. Keys are told apart by 64 bits: among a million, two are taken for one once in ten million times.
 */
export class LatestKeys {
  readonly #mostKeys: number;
  #younger = new HashPlaces();
  #older = new HashPlaces();
  /** Used for each key anew. */
  readonly #hash: TextHash = { high: 0, low: 0 };
  readonly #seed = newSeed();

  /** `mostKeys`: in each of the two generations. */
  constructor(mostKeys: number = MOST_KEYS) {
    this.#mostKeys = mostKeys;
  }

  has(key: string): boolean {
    const { high, low } = this.#hashOf(key);
    return this.#younger.has(high, low) || this.#older.has(high, low);
  }

  /** False when the key is known. */
  add(key: string): boolean {
    const { high, low } = this.#hashOf(key);
    const fresh = this.#younger.size;
    if (this.#younger.add(high, low) !== fresh) return false;
    const isNew = !this.#older.has(high, low);
    if (this.#younger.size >= this.#mostKeys) {
      this.#older = this.#younger;
      this.#younger = new HashPlaces();
    }
    return isNew;
  }

  #hashOf(key: string): TextHash {
    hashInto(this.#hash, key, this.#seed);
    return this.#hash;
  }
}
