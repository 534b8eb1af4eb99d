/** How often those who wait are looked at: no wait is shorter than what is left of this. */
const TICK_MS = 5;

/** Those who wait, in the order in which they came. */
const waiting = new Set<Turn>();
let ticker: NodeJS.Timeout | undefined;

function tick(): void {
  const now_ms = performance.now();
  for (const turn of waiting) {
    if (turn.at_ms <= now_ms) turn.end();
  }
}

/** A wait until it is one's turn on a link. One timer serves all of the process: a timer for each piece of data would be thousands a second. */
export class Turn {
  readonly at_ms: number;
  readonly over: Promise<void>;
  #resolve = () => {};

  constructor(wait_ms: number) {
    this.at_ms = performance.now() + wait_ms;
    this.over = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    ticker ??= setInterval(tick, TICK_MS);
    waiting.add(this);
  }

  /** It is there, or nobody waits for it any more. */
  end(): void {
    if (!waiting.delete(this)) return;
    this.#resolve();
    if (waiting.size > 0) return;
    clearInterval(ticker);
    ticker = undefined;
  }
}
