import { abandoned } from "./abandoned.ts";
import type { Work } from "./loans.ts";
import { onAbort } from "./onAbort.ts";

/** Someone who waits for a session, with the signal that gives up on it. */
export interface Waiter<T> {
  readonly signal: AbortSignal;
  readonly work: Work;
  resolve(value: T): void;
  reject(error: unknown): void;
}

/** Who waits for a session of a server, first come, first served. */
export class WaitingLine<T> {
  readonly #waiters: Waiter<T>[] = [];

  get length(): number {
    return this.#waiters.length;
  }

  /** Queues up. Who gives up leaves the line. */
  join(signal: AbortSignal, work: Work): Promise<T> {
    return new Promise((resolve, reject) => {
      const stopListening = onAbort(signal, () => {
        this.#waiters.splice(this.#waiters.indexOf(waiter), 1);
        reject(abandoned());
      });
      const waiter: Waiter<T> = {
        signal,
        work,
        resolve(value) {
          stopListening();
          resolve(value);
        },
        reject(error) {
          stopListening();
          reject(error);
        },
      };
      this.#waiters.push(waiter);
    });
  }

  next(): Waiter<T> | undefined {
    return this.#waiters.shift();
  }

  /** Tells all of them that there is nothing to wait for. */
  dismiss(reason: unknown): void {
    for (const waiter of this.#waiters.splice(0)) waiter.reject(reason);
  }
}
