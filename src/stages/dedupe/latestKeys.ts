/** Characters of keys in each half. Measured for the both of them: a million names of 60 characters in 190 MB, four million short keys in 260. */
const HALF_CHARACTERS = 32 * 1024 * 1024;

/**
 * Which keys came before. Bounded: two generations of keys, of which the older is forgotten when the younger is full. A key
 * that was forgotten counts as new: a file too many, never one too few.
 */
export class LatestKeys {
  readonly #halfCharacters: number;
  #younger = new Set<string>();
  #older = new Set<string>();
  #characters = 0;

  constructor(halfCharacters: number = HALF_CHARACTERS) {
    this.#halfCharacters = halfCharacters;
  }

  /** False when the key is known. */
  add(key: string): boolean {
    if (this.#younger.has(key)) return false;
    const isNew = !this.#older.has(key);
    this.#younger.add(key);
    this.#characters += key.length;
    if (this.#characters >= this.#halfCharacters) {
      this.#older = this.#younger;
      this.#younger = new Set();
      this.#characters = 0;
    }
    return isNew;
  }
}
