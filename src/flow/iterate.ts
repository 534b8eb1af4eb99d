import type { Observable, Subscription } from "rxjs";
import { Fifo } from "./fifo.ts";
import { currentGate, Gate, gated } from "./gate.ts";

/** Values that may wait for the loop: above it, sources that honour the gate wait as well. */
const PARKED_MAX = 1_000;

/**
 * A stream for `for await`: each loop subscribes anew, and its sources wait while the loop is slow. Leaving the loop unsubscribes;
 * the stream's error is thrown in it.
 */
export function iterate<T>(source: Observable<T>): AsyncIterable<T> {
  return { [Symbol.asyncIterator]: () => new Iteration(source) };
}

/** Somebody who waits for the next value. */
interface Asker<T> {
  resolve(result: IteratorResult<T, undefined>): void;
  reject(error: unknown): void;
}

/** One subscription, from the first `next` on. */
class Iteration<T> implements AsyncIterator<T, undefined> {
  readonly #source: Observable<T>;
  readonly #gate = new Gate(PARKED_MAX, currentGate());
  readonly #parked = new Fifo<IteratorYieldResult<T>>();
  readonly #askers: Asker<T>[] = [];
  #subscription: Subscription | undefined;
  #over = false;
  #fault: { readonly error: unknown } | undefined;

  constructor(source: Observable<T>) {
    this.#source = source;
  }

  next(): Promise<IteratorResult<T, undefined>> {
    if (!this.#over) this.#subscription ??= this.#subscribe();
    const parked = this.#take();
    if (parked !== undefined) return Promise.resolve(parked);
    if (!this.#over) return new Promise((resolve, reject) => this.#askers.push({ resolve, reject }));
    const fault = this.#fault;
    this.#fault = undefined;
    return fault === undefined ? Promise.resolve(DONE) : Promise.reject(fault.error);
  }

  return(): Promise<IteratorResult<T, undefined>> {
    this.#subscription?.unsubscribe();
    while (this.#take() !== undefined);
    this.#end();
    return Promise.resolve(DONE);
  }

  #subscribe(): Subscription {
    return this.#source.pipe(gated(this.#gate)).subscribe({
      next: (value) => this.#give(value),
      error: (error) => this.#end({ error }),
      complete: () => this.#end(),
    });
  }

  #give(value: T): void {
    const asker = this.#askers.shift();
    if (asker !== undefined) return asker.resolve({ done: false, value });
    this.#parked.push({ done: false, value });
    this.#gate.park();
  }

  #take(): IteratorYieldResult<T> | undefined {
    const parked = this.#parked.shift();
    if (parked !== undefined) this.#gate.unpark();
    return parked;
  }

  /** Who waits first is told of the fault, as the next one to ask would be. */
  #end(fault?: { readonly error: unknown }): void {
    this.#over = true;
    const [first, ...others] = this.#askers.splice(0);
    if (fault !== undefined && first !== undefined) first.reject(fault.error);
    else {
      this.#fault = fault;
      first?.resolve(DONE);
    }
    for (const other of others) other.resolve(DONE);
  }
}

const DONE: IteratorResult<never, undefined> = { done: true, value: undefined };
