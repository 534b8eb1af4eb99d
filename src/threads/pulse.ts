/** How long a worker that was told to stop may leave a ping unanswered. What ends in order takes a fraction of it. */
export const PONG_MAX_ms = 10_000;

/** Whether the event loop of a worker still turns, from the first stop on, looked at again and again while it has work: a stage of somebody's own may loop for ever, and then no word reaches it. */
export class Pulse {
  readonly #ping: () => void;
  readonly #onStuck: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(ping: () => void, onStuck: () => void) {
    this.#ping = ping;
    this.#onStuck = onStuck;
  }

  watch(): void {
    if (this.#timer !== undefined) return;
    this.#ping();
    const timer = setTimeout(() => {
      // It may be this thread that was busy: a pong that lies here is heard first.
      setImmediate(() => {
        if (this.#timer === timer) this.#onStuck();
      });
    }, PONG_MAX_ms).unref();
    this.#timer = timer;
  }

  /** A pong came. It is asked again, in case it loops from now on. */
  beat(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.watch();
    }, PONG_MAX_ms).unref();
  }

  /** It has nothing to stop any more. */
  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
