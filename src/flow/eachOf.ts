import { Observable, type OperatorFunction } from "rxjs";
import { untilClosed } from "./untilClosed.ts";

/** RxJS's `mergeMap` to lists: their items, one after the other. Without a stream for each list, which costs 1.5 µs. */
export function eachOf<T, R>(listOf: (item: T) => Iterable<R>): OperatorFunction<T, R> {
  return (source) =>
    new Observable((subscriber) =>
      source.pipe(untilClosed(subscriber)).subscribe({
        next(item) {
          try {
            for (const one of listOf(item)) subscriber.next(one);
          } catch (error) {
            subscriber.error(error);
          }
        },
        error: (error) => subscriber.error(error),
        complete: () => subscriber.complete(),
      }),
    );
}
