import { from, map, Observable, type ObservableInput, type OperatorFunction, Subject, toArray } from "rxjs";
import { type Fairness, fairMergeMap } from "./fairMergeMap.ts";
import { currentGate, Gate, gated } from "./gate.ts";
import { OrderedQueue, type Placed } from "./orderedQueue.ts";
import { untilClosed } from "./untilClosed.ts";
import { type Spill, WaitingRoom } from "./waitingRoom.ts";

/**
 * `fairMergeMap` whose results come in the order of the items, as GNU parallel's `--keep-order`. No more than `window` items are begun
 * from the oldest on that is not over: all others wait for a slow one sooner or later, and no more results than that wait for it.
 */
export function orderedMergeMap<T extends NonNullable<unknown>, R>(
  fairness: Fairness<T>,
  project: (item: T) => ObservableInput<R>,
  window: number,
  spill?: Spill<T>,
): OperatorFunction<T, R> {
  return (source) =>
    new Observable((subscriber) => {
      const gate = Gate.ofQueue(currentGate());
      const room = new WaitingRoom(gate, spill);
      const begun = new Subject<Placed<T>>();
      const queue = new OrderedQueue<T, R>({
        window,
        waiting: room.line(),
        begin: (item) => begun.next(item),
        handOut: (result) => subscriber.next(result),
        over: () => subscriber.complete(),
      });
      // A disk may not give back what it took.
      const attempt = (turn: () => void) => {
        try {
          turn();
        } catch (error) {
          subscriber.error(error);
        }
      };
      const error = (error: unknown) => subscriber.error(error);
      subscriber.add(() => {
        queue.close();
        room.close();
      });
      subscriber.add(
        begun
          .pipe(fairMergeMap(ofPlaced(fairness), ({ item, place }) => placed(project(item), place)))
          .subscribe({ next: ({ results, place }) => attempt(() => queue.done(place, results)), error }),
      );
      return source.pipe(gated(gate), untilClosed(subscriber)).subscribe({
        next: (item) => attempt(() => queue.push(item)),
        error,
        complete: () => queue.end(),
      });
    });
}

/** Nobody's size counts: what is begun out of its turn would wait for the others with its results. */
function ofPlaced<T>(fairness: Fairness<T>): Fairness<Placed<T>> {
  return {
    keyOf: ({ item }) => fairness.keyOf(item),
    atOnce: ({ item }) => fairness.atOnce(item),
    keysAtOnce: fairness.keysAtOnce,
    left: (key) => fairness.left?.(key),
  };
}

function placed<R>(results: ObservableInput<R>, place: number): Observable<{ results: readonly R[]; place: number }> {
  return from(results).pipe(
    toArray(),
    map((results) => ({ results, place })),
  );
}
