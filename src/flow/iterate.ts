import type { Observable, Subscription } from "rxjs";
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
  readonly #askers: Asker<T>[] = [];
  #subscription: Subscription | undefined;
  /** What came since `#batch` was begun, and the rest of that, the next one last: shifting a long array moves all of it. */
  #parked: T[] = [];
  #batch: T[] = [];
  #over = false;
  #fault: { readonly error: unknown } | undefined;

  constructor(source: Observable<T>) {
    this.#source = source;
  }

  next(): Promise<IteratorResult<T, undefined>> {
    if (!this.#over) this.#subscription ??= this.#subscribe();
    if (this.#batch.length === 0) this.#batch = this.#parked.splice(0).toReversed();
    if (this.#batch.length > 0) return Promise.resolve({ done: false, value: this.#take() });
    if (!this.#over) return new Promise((resolve, reject) => this.#askers.push({ resolve, reject }));
    const fault = this.#fault;
    this.#fault = undefined;
    return fault === undefined ? Promise.resolve(DONE) : Promise.reject(fault.error);
  }

  return(): Promise<IteratorResult<T, undefined>> {
    this.#subscription?.unsubscribe();
    this.#gate.unpark(this.#parked.splice(0).length + this.#batch.splice(0).length);
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
    this.#parked.push(value);
    this.#gate.park();
  }

  #take(): T {
    this.#gate.unpark();
    // The caller has looked whether there is one.
    return this.#batch.pop() as T;
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
