import { defer, finalize, mergeMap, Observable, type ObservableInput, type OperatorFunction } from "rxjs";
import { FairQueue } from "./fairQueue.ts";
import { currentGate } from "./gate.ts";

/** How `fairMergeMap` divides its work. */
export interface Fairness<T> {
  /** Items with the same key wait in the same line. */
  keyOf(item: T): string;
  /** Items of this one's key at once. */
  atOnce(item: T): number;
  /** Keys at once. */
  readonly keysAtOnce: number;
}

interface Turn<T> {
  readonly item: T;
  over(): void;
}

/**
 * `mergeMap` for a stream that mixes the work for many servers: each has its own line and its own limit, and a slow one holds up
 * no other. What waits is parked at the stream's gate.
 */
export function fairMergeMap<T, R>(
  fairness: Fairness<T>,
  project: (item: T) => ObservableInput<R>,
): OperatorFunction<T, R> {
  return (source) =>
    source.pipe(
      takeTurns(fairness),
      // The queue hands out no more than may run: the merge needs no limit of its own.
      mergeMap(({ item, over }) => defer(() => project(item)).pipe(finalize(over))),
    );
}

/** Hands items on when it is their turn; the next of a line comes when one of it is over. */
function takeTurns<T>(fairness: Fairness<T>): OperatorFunction<T, Turn<T>> {
  return (source) =>
    new Observable((subscriber) => {
      const gate = currentGate();
      const queue = new FairQueue<string, { readonly item: T }>(fairness.keysAtOnce, (key, { item }) => {
        if (subscriber.closed) return;
        gate?.unpark();
        waiting--;
        subscriber.next({ item, over: () => queue.done(key) });
        if (sourceOver && waiting === 0) subscriber.complete();
      });
      let waiting = 0;
      let sourceOver = false;
      const push = (item: T) => queue.push(fairness.keyOf(item), { item }, fairness.atOnce(item));
      // What still waits is parked no more: others may share the gate.
      subscriber.add(() => gate?.unpark(waiting));
      return source.subscribe({
        next(item) {
          if (subscriber.closed) return;
          gate?.park();
          waiting++;
          try {
            push(item);
          } catch (error) {
            subscriber.error(error);
          }
        },
        error: (error) => subscriber.error(error),
        complete() {
          sourceOver = true;
          if (waiting === 0) subscriber.complete();
        },
      });
    });
}
