import { AsyncLocalStorage } from "node:async_hooks";
import { Observable, type OperatorFunction } from "rxjs";

/**
 * The watermark: RxJS has no backpressure, so what is parked in queues between a source and the end of a stream is counted
 * here, and a source that honours the gate waits above the high mark until it is below the low mark.
 */
export class Gate {
  readonly #high: number;
  readonly #low: number;
  readonly #outer: Gate | undefined;
  #parked = 0;
  #holds = 0;
  #waiting: (() => void)[] = [];

  /** A source behind a gate within another waits at both. */
  constructor(high: number, outer?: Gate) {
    this.#high = high;
    this.#low = high / 2;
    this.#outer = outer;
  }

  get parked(): number {
    return this.#parked;
  }

  park(count = 1): void {
    this.#parked += count;
  }

  unpark(count = 1): void {
    this.#parked -= count;
    this.#letThrough();
  }

  /** Somebody takes nothing more for now: sources wait, however little is parked, until each hold was let go. */
  hold(): void {
    this.#holds++;
  }

  letGo(): void {
    this.#holds--;
    this.#letThrough();
  }

  #letThrough(): void {
    if (this.#holds > 0 || this.#parked > this.#low || this.#waiting.length === 0) return;
    for (const go of this.#waiting.splice(0)) go();
  }

  /** Undefined when a source may go on now. To be asked again when the promise has resolved. */
  ready(): Promise<void> | undefined {
    if (this.#holds === 0 && this.#parked < this.#high) return this.#outer?.ready();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}

const scope = new AsyncLocalStorage<Gate>();

/** The gate of the stream that is being subscribed to right now. */
export function currentGate(): Gate | undefined {
  return scope.getStore();
}

/** Puts a gate around a stream: sources and queues above find it while they are subscribed to. */
export function gated<T>(gate: Gate): OperatorFunction<T, T> {
  return (source) => new Observable((subscriber) => scope.run(gate, () => source.subscribe(subscriber)));
}
