import { filter, Observable, type OperatorFunction } from "rxjs";

/**
 * Leads the items that are wanted through an operator; all others go round it, at once. RxJS's `connect` does so too, but there the
 * source would not find the gates of the operator's queues.
 */
export function bypass<T, W extends T, R>(
  isWanted: (item: T) => item is W,
  operator: OperatorFunction<W, R>,
  others: (item: T) => Iterable<R>,
): OperatorFunction<T, R> {
  return (source) =>
    new Observable((subscriber) => {
      const goesThrough = (item: T): item is W => {
        if (isWanted(item)) return true;
        for (const result of others(item)) subscriber.next(result);
        return false;
      };
      return source.pipe(filter(goesThrough), operator).subscribe(subscriber);
    });
}
