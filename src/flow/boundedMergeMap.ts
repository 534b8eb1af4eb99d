import { defer, finalize, mergeMap, type ObservableInput, type OperatorFunction, tap } from "rxjs";
import { begunAt, currentGate, Gate, gated } from "./gate.ts";

/**
 * RxJS's `mergeMap(project, concurrency)` for a stream of any length: what waits for its turn is parked at a gate, so that the source
 * waits too.
 */
export function boundedMergeMap<T, R>(
  project: (item: T, index: number) => ObservableInput<R>,
  concurrency: number,
): OperatorFunction<T, R> {
  return (source) =>
    defer(() => {
      const below = currentGate();
      const gate = Gate.ofQueue(below);
      const begin = (item: T, index: number) => {
        gate.unpark();
        return begunAt(below, () => project(item, index));
      };
      return source.pipe(
        gated(gate),
        tap(() => gate.park()),
        mergeMap(begin, concurrency),
        finalize(() => gate.unpark(gate.parked)),
      );
    });
}
