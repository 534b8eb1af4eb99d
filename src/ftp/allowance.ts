/** After this long a server that took no more sessions may be asked for one more (as lftp does). */
const RAISE_AFTER_MS = 300_000;

/** How many sessions a server takes, as far as is known: all that are wanted, until it refuses one. */
export class Allowance {
  #most: number;
  #known = Number.POSITIVE_INFINITY;
  #learned_ms = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Sessions at once. A server that once took no more is asked for one more after a while: in that time, one log-in is in vain. */
  get sessions(): number {
    const probes = performance.now() - this.#learned_ms >= RAISE_AFTER_MS;
    return Math.min(this.#most, probes ? this.#known + 1 : this.#known);
  }

  /** Those who use it from now on may want more or fewer; what the server refused stays refused. */
  set most(most: number) {
    this.#most = most;
  }

  /** The server took so many and no more. */
  lower(sessions: number): void {
    this.#learn(Math.max(1, Math.min(sessions, this.#known)));
  }

  /** So many stand: it takes them. */
  atLeast(sessions: number): void {
    if (sessions > this.#known) this.#learn(sessions);
  }

  #learn(sessions: number): void {
    this.#known = sessions;
    this.#learned_ms = performance.now();
  }
}
