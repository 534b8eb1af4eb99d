import { hrtime } from "node:process";

/**
 * A booking may be so far ahead before anybody waits for it: who comes after a pause may take so much at once, and timers that
 * are late cost nothing of the rate.
 */
const LEEWAY_ns = 50_000_000n;

const NS_A_SECOND = 1e9;

/** Of how long a time the bytes of one read may be. */
const READ_s = 0.01;

/** Below this a read costs more than it brings. */
const SMALLEST_READ_BYTES = 4 * 1024;

/** Memory for the state of a link. */
export const LINK_BYTES = BigInt64Array.BYTES_PER_ELEMENT;

/** The state of a link that nobody uses yet. */
export function newLinkState(): SharedArrayBuffer {
  return new SharedArrayBuffer(LINK_BYTES);
}

/**
 * A link that many share, and until when it is booked: virtual scheduling, as in the generic cell rate algorithm (ITU-T I.371). Each takes
 * its turn behind those who booked before, so none starves. The state is one number, by the clock that all threads of a process have
 * in common.
 */
export class Link {
  readonly state: SharedArrayBuffer;
  /** Nanoseconds. */
  readonly #booked: BigInt64Array;

  constructor(state = newLinkState()) {
    this.state = state;
    this.#booked = new BigInt64Array(state);
  }

  /**
   * Books the time that bytes take which have come.
   *
   * @param rate bytes a second
   * @returns for how many milliseconds no more is to be read; 0 or less: for none
   */
  book(bytes: number, rate: number, now_ns = hrtime.bigint()): number {
    const takes_ns = BigInt(Math.round((bytes * NS_A_SECOND) / rate));
    for (;;) {
      const before_ns = Atomics.load(this.#booked, 0);
      const until_ns = (before_ns > now_ns ? before_ns : now_ns) + takes_ns;
      // Another thread may have booked in between.
      if (Atomics.compareExchange(this.#booked, 0, before_ns, until_ns) !== before_ns) continue;
      return Number(until_ns - now_ns - LEEWAY_ns) / 1e6;
    }
  }
}

/** How much may be read at once, so that what is read is as smooth as the rates (0: none) want it: infinitely much without one. */
export function smoothRead(...rates: readonly number[]): number {
  const slowest = Math.min(...rates.filter((rate) => rate > 0));
  return Math.max(SMALLEST_READ_BYTES, Math.floor(slowest * READ_s));
}
