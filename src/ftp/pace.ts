import { Fault } from "../records/fault.ts";
import { type Deadline, deadline } from "./deadline.ts";

/** How fast data must come. */
export interface PaceLimits {
  /** Bytes a second. */
  readonly min_rate: number;
  /** Over each such length of time, from the second piece of data on: what comes in one piece has no pace. */
  readonly timeout_ms: number;
}

/** Part of the length of time that may be missing when it is judged: where we put data away all the time, the rest never comes to nothing. */
const MISSING = 0.1;

/**
 * Watches that data comes fast enough: a server that sends a byte now and then is never silent. Counts what came only once in a while,
 * never for each piece. Time that we take to put data away is not the server's.
 */
export class Pace {
  readonly #limits: PaceLimits;
  readonly #bytes: () => number;
  readonly #tooSlow: (fault: Fault) => void;
  #look: Deadline | undefined;
  /** Bytes at the beginning of this length of time. */
  #before = 0;
  /** Of this length of time: how much is over, and how much of that we did not read. */
  #over_ms = 0;
  #held_ms = 0;
  #heldSince_ms: number | undefined;

  /** `bytes` says how many came so far. `tooSlow` is called once at most. */
  constructor(limits: PaceLimits, bytes: () => number, tooSlow: (fault: Fault) => void) {
    this.#limits = limits;
    this.#bytes = bytes;
    this.#tooSlow = tooSlow;
  }

  /** The first bytes are here. */
  start(): void {
    if (this.#limits.min_rate > 0) this.#lookIn(this.#limits.timeout_ms);
  }

  /** From now on until `goOn` nothing is read. */
  hold(): void {
    this.#heldSince_ms = performance.now();
  }

  goOn(): void {
    this.#held_ms += this.#holding_ms();
    this.#heldSince_ms = undefined;
  }

  stop(): void {
    this.#look?.clear();
  }

  #lookIn(ms: number): void {
    this.#look = deadline(ms, () => {
      this.#over_ms += ms;
      this.#judge();
    });
  }

  #judge(): void {
    const { min_rate, timeout_ms } = this.#limits;
    const read_ms = this.#over_ms - this.#held_ms - this.#holding_ms();
    const missing_ms = timeout_ms - read_ms;
    if (missing_ms > timeout_ms * MISSING) return this.#lookIn(missing_ms);
    const bytes = this.#bytes();
    if (bytes - this.#before < (min_rate * read_ms) / 1000) {
      return this.#tooSlow(
        new Fault("timeout", `slower than ${min_rate} bytes/s over ${timeout_ms / 1000} s (min_rate)`),
      );
    }
    this.#before = bytes;
    this.#over_ms = 0;
    this.#held_ms = 0;
    this.#lookIn(timeout_ms);
  }

  #holding_ms(): number {
    return this.#heldSince_ms === undefined ? 0 : performance.now() - this.#heldSince_ms;
  }
}
