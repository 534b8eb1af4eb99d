/**
 * Sessions that servers with `connections: auto` may have beyond the first few, all servers of a harvest together: with 64 servers at once
 * that is no more than the usual five for each would be.
 */
const SPARE_SESSIONS = 64;

/** Spare sessions that are taken, and what was done. */
const TAKEN = 0;
const DONE = 1;

/** Memory that it needs, and how much of it each thread has for itself. */
export const AUTO_SHARE_BYTES = 2 * BigInt64Array.BYTES_PER_ELEMENT;
const HELD_BYTES = BigInt64Array.BYTES_PER_ELEMENT;

/** What one thread holds, where another one can see it: none yet. */
export function newHeld(): SharedArrayBuffer {
  return new SharedArrayBuffer(HELD_BYTES);
}

/** What the servers of a harvest with `connections: auto` have in common, in whichever thread they are worked on. */
export class AutoShare {
  readonly #spare: number;
  readonly #all: BigInt64Array;
  /** Spare sessions that this thread has taken. */
  readonly #held: BigInt64Array;

  /** @param all `AUTO_SHARE_BYTES` that all threads see */
  constructor(
    spare = SPARE_SESSIONS,
    all = new BigInt64Array(new SharedArrayBuffer(AUTO_SHARE_BYTES)),
    held = newHeld(),
  ) {
    this.#spare = spare;
    this.#all = all;
    this.#held = new BigInt64Array(held);
  }

  /** Sessions that any server may still take. Another thread may be faster: only `take` tells. */
  get spare(): number {
    return this.#spare - Number(Atomics.load(this.#all, TAKEN));
  }

  /** All that was done for servers, as in `AutoSessions`. */
  get done_bytes(): number {
    return Number(Atomics.load(this.#all, DONE));
  }

  did(bytes: number): void {
    Atomics.add(this.#all, DONE, BigInt(Math.round(bytes)));
  }

  /** Takes so many of the spare ones, or what there is of them. Returns how many. */
  take(wanted: number): number {
    for (;;) {
      const before = Atomics.load(this.#all, TAKEN);
      const taken = Math.max(0, Math.min(wanted, this.#spare - Number(before)));
      // Another thread may have taken some in between.
      if (Atomics.compareExchange(this.#all, TAKEN, before, before + BigInt(taken)) !== before) continue;
      Atomics.add(this.#held, 0, BigInt(taken));
      return taken;
    }
  }

  giveBack(sessions: number): void {
    Atomics.sub(this.#held, 0, BigInt(sessions));
    Atomics.sub(this.#all, TAKEN, BigInt(sessions));
  }

  /** Gives back what the thread still holds: it is gone. */
  giveBackAll(): void {
    Atomics.sub(this.#all, TAKEN, Atomics.exchange(this.#held, 0, 0n));
  }
}
