/** How often waits are looked at. */
const TICK_MS = 100;

/**
 * What a look may count at most. When this process itself did not get to run (a long piece of work, a stopped machine), what the
 * server sent meanwhile has not been read yet: that time is not the server's silence.
 */
const MAX_STEP_MS = 2 * TICK_MS;

/** Those that go on, and those that have ended since the last look: most of them begin anew before the next one. */
const waits = new Set<Deadline>();
/** How many go on. */
let going = 0;
let ticker: NodeJS.Timeout | undefined;
/** A clock that goes while this process runs. */
let now_ms = 0;
let looked_ms = 0;

function tick(): void {
  const real_ms = performance.now();
  now_ms += Math.min(real_ms - looked_ms, MAX_STEP_MS);
  looked_ms = real_ms;
  for (const wait of waits) {
    if (!wait.look(now_ms)) waits.delete(wait);
  }
}

/**
 * A wait that must not last forever: calls `expire` once when its time has passed without `touch` or `clear`; never earlier, and two
 * looks later at most. One timer serves all waits of the process: a timer for every command and every file would cost more than the
 * commands. It may be started again and again.
 */
export class Deadline {
  readonly #ms: number;
  readonly #expire: () => void;
  #granted_ms = 0;
  #expires_ms = 0;
  #goesOn = false;

  /** Not begun before `start`. */
  constructor(ms: number, expire: () => void) {
    this.#ms = ms;
    this.#expire = expire;
  }

  /** Grants this time from now on, whatever was granted before. */
  start(ms = this.#ms): void {
    if (ticker === undefined) {
      looked_ms = performance.now();
      ticker = setInterval(tick, TICK_MS);
    }
    // The clock may be one look behind.
    this.#granted_ms = ms + TICK_MS;
    this.#expires_ms = now_ms + this.#granted_ms;
    if (this.#goesOn) return;
    this.#goesOn = true;
    going++;
    waits.add(this);
  }

  /** Something happened: the whole time is granted anew. Cheap enough to be called for every chunk of data. */
  touch(): void {
    this.#expires_ms = now_ms + this.#granted_ms;
  }

  clear(): void {
    if (!this.#goesOn) return;
    this.#goesOn = false;
    if (--going > 0) return;
    clearInterval(ticker);
    ticker = undefined;
    waits.clear();
  }

  /** One of the looks of the timer. Whether it goes on. */
  look(now_ms: number): boolean {
    if (this.#goesOn && this.#expires_ms <= now_ms) {
      this.clear();
      this.#expire();
    }
    return this.#goesOn;
  }
}

/** A deadline that has begun. */
export function deadline(ms: number, expire: () => void): Deadline {
  const wait = new Deadline(ms, expire);
  wait.start();
  return wait;
}
