import { defer, finalize, mergeMap, Observable, type ObservableInput, type OperatorFunction } from "rxjs";
import { FairQueue } from "./fairQueue.ts";
import { beginsHere, currentGate, Gate, gated } from "./gate.ts";
import { Pace } from "./pace.ts";
import { untilClosed } from "./untilClosed.ts";
import { type Spill, WaitingRoom } from "./waitingRoom.ts";

/** How `fairMergeMap` divides its work. */
export interface Fairness<T> {
  /** Items with the same key wait in the same line. */
  keyOf(item: T): string;
  /** Items of this one's key at once. */
  atOnce(item: T): number;
  /** Keys at once. One of which nothing runs or waits counts until another needs its place. */
  readonly keysAtOnce: number;
  /** Another needed the place of this key: what was kept for its next item is to be let go. */
  left?(key: string): void;
}

interface Turn<T> {
  readonly item: T;
  over(): void;
}

/**
 * `mergeMap` for a stream that mixes the work for many servers: each has its own line and its own limit, and a slow one holds up
 * no other. What waits is parked at a gate, or lies on disk where that is allowed.
 */
export function fairMergeMap<T extends NonNullable<unknown>, R>(
  fairness: Fairness<T>,
  project: (item: T) => ObservableInput<R>,
  spill?: Spill<T>,
): OperatorFunction<T, R> {
  return (source) =>
    defer(() => {
      const below = currentGate();
      const begin = beginsHere();
      const gate = Gate.ofQueue(below);
      return source.pipe(
        gated(gate),
        takeTurns(fairness, new WaitingRoom(gate, spill), below),
        // The queue hands out no more than may run: the merge needs no limit of its own.
        mergeMap(({ item, over }) => begin(() => project(item)).pipe(finalize(over))),
      );
    });
}

/**
 * Hands items on when it is their turn; the next of a line comes when one of it is over. None while the gate below is shut: what waits
 * on disk may be more than the results that memory has room for.
 */
function takeTurns<T extends NonNullable<unknown>>(
  fairness: Fairness<T>,
  room: WaitingRoom<T>,
  below: Gate | undefined,
): OperatorFunction<T, Turn<T>> {
  return (source) =>
    new Observable((subscriber) => {
      let waiting = 0;
      let sourceOver = false;
      const start = (key: string, item: T) => {
        waiting--;
        subscriber.next({ item, over: () => attempt(() => queue.done(key)) });
        if (sourceOver && waiting === 0) subscriber.complete();
      };
      const pace = new Pace();
      const queue: FairQueue<string, T> = new FairQueue({
        lanesAtOnce: fairness.keysAtOnce,
        start,
        newLine: () => room.line(),
        left: (key) => fairness.left?.(key),
        mustWait(goOn) {
          const opened = below?.ready() ?? pace.step();
          void opened?.then(() => attempt(goOn));
          return opened !== undefined;
        },
      });
      // Keys may not be had, and a disk may not give back what it took.
      const attempt = (turn: () => void) => {
        try {
          turn();
        } catch (error) {
          subscriber.error(error);
        }
      };
      subscriber.add(() => {
        queue.close();
        room.close();
      });
      return source.pipe(untilClosed(subscriber)).subscribe({
        next(item) {
          waiting++;
          attempt(() => queue.push(fairness.keyOf(item), item, fairness.atOnce(item)));
        },
        error: (error) => subscriber.error(error),
        complete() {
          sourceOver = true;
          if (waiting === 0) subscriber.complete();
        },
      });
    });
}
