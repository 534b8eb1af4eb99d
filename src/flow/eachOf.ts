import { filter, Observable, type OperatorFunction } from "rxjs";

/** RxJS's `mergeMap` to lists: their items, one after the other. Without a stream for each list, which costs 1.5 µs. */
export function eachOf<T, R>(listOf: (item: T) => Iterable<R>): OperatorFunction<T, R> {
  return (source) =>
    new Observable((subscriber) => {
      // None passes: `filter` is the least of RxJS's operators, and sees to errors and ends.
      const handOut = (item: T): item is never => {
        for (const one of listOf(item)) subscriber.next(one);
        return false;
      };
      return source.pipe(filter(handOut)).subscribe(subscriber);
    });
}
