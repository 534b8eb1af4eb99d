/** Room until so much came at once: sessions that see small files only, hundreds of them, need no large buffer. */
const FIRST_BYTES = 16 * 1024;

/** Handed on at once at most. */
const MOST_BYTES = 256 * 1024;

/**
 * What came in small pieces, until it is handed on as one: a TLS record has 16 KiB at most, and each would cost a write of its own. Who reads
 * writes each piece to `room` as it was when the piece before was taken: nothing that waits or is in use is moved.
 */
export class Gathered {
  readonly #first: number;
  readonly #most: number;
  #bytes: Uint8Array = Buffer.allocUnsafeSlow(0);
  /** What waits begins and ends here; before it lies what was handed on. */
  #from = 0;
  #to = 0;
  /** What was handed on is not to be overwritten. */
  #inUse = false;

  /** `most`: bytes handed on at once at most, where even less is wanted. */
  constructor(most = MOST_BYTES) {
    this.#first = Math.min(FIRST_BYTES, most);
    this.#most = Math.min(MOST_BYTES, most);
  }

  /** Forgets what waits: another one begins. */
  begin(): void {
    this.#from = this.#to;
    if (!this.#inUse) this.#from = this.#to = 0;
  }

  /** For the next piece; never empty. */
  get room(): Uint8Array {
    if (this.#to === this.#bytes.length) this.#makeRoom();
    return this.#bytes.subarray(this.#to);
  }

  get waits(): boolean {
    return this.#from < this.#to;
  }

  /** There is no room behind what came. */
  get full(): boolean {
    return this.#to === this.#bytes.length;
  }

  /** So many bytes lie in `room` now. */
  took(length: number): void {
    this.#to += length;
  }

  /** All that waits. It stays as it is until `free`. */
  handOn(): Uint8Array {
    const bytes = this.#bytes.subarray(this.#from, this.#to);
    this.#from = this.#to;
    this.#inUse = true;
    return bytes;
  }

  free(): void {
    this.#inUse = false;
  }

  #makeRoom(): void {
    const waiting = this.#bytes.subarray(this.#from, this.#to);
    const reusable = !this.#inUse && waiting.length === 0 && this.#bytes.length === this.#most;
    if (!reusable) {
      // A small one grows with the first piece that fills it; one in use is left to who uses it.
      const length = this.#bytes.length === 0 ? this.#first : Math.max(this.#most, 2 * waiting.length);
      this.#bytes = Buffer.allocUnsafeSlow(length);
      this.#bytes.set(waiting);
    }
    this.#from = 0;
    this.#to = waiting.length;
  }
}
