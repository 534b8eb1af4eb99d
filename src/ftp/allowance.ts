/** After this long a server that took no more sessions may be asked for one more (as lftp does). */
const RAISE_AFTER_MS = 300_000;

/** How many sessions a server takes, as far as is known: `most`, until it refuses one. */
export class Allowance {
  #most: number;
  #now: number;
  #lowered_ms = 0;

  constructor(most: number) {
    this.#most = Math.max(1, most);
    this.#now = this.#most;
  }

  /** Sessions at once. A server that once took no more is asked for one more after a while: at most one log-in in that time is in vain. */
  get sessions(): number {
    if (this.#now < this.#most && performance.now() - this.#lowered_ms >= RAISE_AFTER_MS) this.#change(this.#now + 1);
    return this.#now;
  }

  /** Another one may be asked for by those who use it from now on; what the server refused stays refused. */
  set most(most: number) {
    const wasRefused = this.#now < this.#most;
    this.#most = Math.max(1, most);
    this.#now = wasRefused ? Math.min(this.#now, this.#most) : this.#most;
  }

  /** The server took no more than `sessions`. */
  lower(sessions: number): void {
    this.#change(Math.max(1, Math.min(sessions, this.#now)));
  }

  /** So many stand: it takes them. */
  atLeast(sessions: number): void {
    this.#now = Math.max(this.#now, sessions);
  }

  #change(sessions: number): void {
    this.#now = sessions;
    this.#lowered_ms = performance.now();
  }
}
