import {
  defer,
  finalize,
  from,
  mergeMap,
  Observable,
  type ObservableInput,
  type OperatorFunction,
  Subject,
} from "rxjs";
import { type Choice, FairQueue } from "./fairQueue.ts";
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
  /** How large an item is that is to be begun early among those of its key; 0 for one that comes in its turn, as all do without this. */
  sizeOf?(item: T): number;
  /** Another needed the place of this key: what was kept for its next item is to be let go. */
  left?(key: string): void;
}

/** Work that goes on as a stream, and what to do when it is over. */
interface Turn<R> {
  readonly work: ObservableInput<R>;
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
      const gate = Gate.ofQueue(below);
      const work = { project, begin: beginsHere(), room: new WaitingRoom(gate, spill), below };
      return source.pipe(gated(gate), inTurns(fairness, work));
    });
}

interface Work<T extends NonNullable<unknown>, R> {
  project(item: T): ObservableInput<R>;
  readonly begin: ReturnType<typeof beginsHere>;
  readonly room: WaitingRoom<T>;
  readonly below: Gate | undefined;
}

/**
 * Begins work on items when it is their turn; the next of a line comes when one of it is over. None while the gate below is shut: what waits
 * on disk may be more than the results that memory has room for.
 */
function inTurns<T extends NonNullable<unknown>, R>(
  fairness: Fairness<T>,
  { project, begin, room, below }: Work<T, R>,
): OperatorFunction<T, R> {
  return (source) =>
    new Observable((subscriber) => {
      const fail = (error: unknown) => subscriber.error(error);
      /** Items that wait or run. */
      let unfinished = 0;
      let sourceOver = false;
      const completeIfOver = () => {
        if (sourceOver && unfinished === 0) subscriber.complete();
      };
      const streams = new Subject<Turn<R>>();
      const over = (key: string, choice: Choice) => {
        if (subscriber.closed) return;
        attempt(() => queue.done(key, choice));
        unfinished--;
        completeIfOver();
      };
      const start = (key: string, item: T, choice: Choice) =>
        begin(() =>
          attempt(() => {
            const work = project(item);
            if (work instanceof Promise) whenKept(work, key, choice);
            else streams.next({ work, over: () => over(key, choice) });
          }),
        );
      // Without a stream around it, whose promises and subscriptions cost 1.4 µs more.
      const whenKept = (work: Promise<R>, key: string, choice: Choice) =>
        work.then((result) => {
          subscriber.next(result);
          over(key, choice);
        }, fail);
      const pace = new Pace();
      const queue: FairQueue<string, T> = new FairQueue({
        lanesAtOnce: fairness.keysAtOnce,
        start,
        newLine: () => room.line(),
        newLargeLine: () => room.largeLine(),
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
      // The queue hands out no more than may run: the merge needs no limit of its own. They never complete.
      streams.pipe(mergeMap(({ work, over }) => from(work).pipe(finalize(over)))).subscribe(subscriber);
      return source.pipe(untilClosed(subscriber)).subscribe({
        next(item) {
          unfinished++;
          attempt(() => queue.push(fairness.keyOf(item), item, fairness.atOnce(item), fairness.sizeOf?.(item)));
        },
        error: fail,
        complete() {
          sourceOver = true;
          completeIfOver();
        },
      });
    });
}
