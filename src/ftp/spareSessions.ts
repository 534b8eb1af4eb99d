/**
 * Sessions that servers with `connections: auto` may have beyond the first few, all servers of a process together: with 64 servers at once
 * that is no more than the usual five for each would be.
 */
const SPARE_SESSIONS = 64;

/** What is left of them. */
export class SpareSessions {
  #left: number;

  constructor(sessions = SPARE_SESSIONS) {
    this.#left = sessions;
  }

  get left(): number {
    return this.#left;
  }

  /** Takes so many, or gives them back where it is less than none. */
  take(sessions: number): void {
    this.#left -= sessions;
  }
}
