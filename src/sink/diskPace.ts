/**
 * Whether a disk answers fast enough to be written to while everything else in the process waits. One object a disk.
 */
export class DiskPace {
  readonly #now: () => number;
  #slowUntil_ms = Number.NEGATIVE_INFINITY;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** The disk was slow a short while ago: leave it to threads. */
  get slow(): boolean {
    return this.#slowUntil_ms > Number.NEGATIVE_INFINITY && this.#now() < this.#slowUntil_ms;
  }

  /** Does something synchronous on the disk and remembers if it took too long. */
  timed(work: () => void): void {
    const started_ms = this.#now();
    work();
    const ended_ms = this.#now();
    if (ended_ms - started_ms > SLOW_ms) this.#slowUntil_ms = ended_ms + SLOW_FOR_ms;
  }
}

/** A file system of this machine takes microseconds; what takes longer than this holds up all other servers. */
const SLOW_ms = 50;

/** Then one write in ten seconds tries whether it still is slow. */
const SLOW_FOR_ms = 10_000;
