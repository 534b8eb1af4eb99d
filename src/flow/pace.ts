/** Steps that may follow one another: some milliseconds of work that is over at once. */
const STEPS_AT_ONCE = 1_000;

/**
 * Work that is over at once, such as a file of a server that is known to be down, begins the next one before anything else is seen to. After
 * so many steps sockets, pipes and signals get their turn.
 */
export class Pace {
  #steps = 0;

  /** To be called before a step. Undefined when it may be taken now; else to be asked again when the promise has resolved. */
  step(): Promise<void> | undefined {
    if (this.#steps === 0) setImmediate(() => this.#restart());
    if (this.#steps < STEPS_AT_ONCE) {
      this.#steps++;
      return undefined;
    }
    return new Promise((resolve) => setImmediate(resolve));
  }

  #restart(): void {
    this.#steps = 0;
  }
}
