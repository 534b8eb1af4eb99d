/**
 * How fast log-ins to one server may follow one another: servers and firewalls ban who knocks too often. A bucket of `burst` tokens, of
 * which one comes back each `interval_ms`; a log-in, one that is tried again too, takes one.
 */
export class ConnectPace {
  readonly #interval_ms: number;
  readonly #burst: number;
  /** When the bucket will be full again. */
  #full_ms = 0;

  constructor(interval_ms: number, burst: number) {
    this.#interval_ms = interval_ms;
    this.#burst = burst;
  }

  /** Takes a token. Returns how long to wait until it is there. */
  take(now_ms: number = performance.now()): number {
    const from_ms = Math.max(this.#full_ms, now_ms);
    this.#full_ms = from_ms + this.#interval_ms;
    return Math.max(0, this.#full_ms - this.#burst * this.#interval_ms - now_ms);
  }
}
