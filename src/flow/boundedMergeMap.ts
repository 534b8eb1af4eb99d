import { defer, mergeMap, Observable, type ObservableInput, type OperatorFunction } from "rxjs";
import { currentGate } from "./gate.ts";

/**
 * RxJS's `mergeMap(project, concurrency)` for streams of any length: what waits for its turn is parked at the stream's gate, so that
 * the source waits too. RxJS's own takes in all that there is.
 */
export function boundedMergeMap<T, R>(
  project: (item: T, index: number) => ObservableInput<R>,
  concurrency: number,
): OperatorFunction<T, R> {
  return (source) =>
    new Observable((subscriber) => {
      const gate = currentGate();
      let waiting = 0;
      const count = (change: number) => {
        waiting += change;
        gate?.park(change);
      };
      return source.subscribe(subscriber);
    });
}
