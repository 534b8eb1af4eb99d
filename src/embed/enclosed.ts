import { AsyncLocalStorage } from "node:async_hooks";
import { defer, type MonoTypeOperatorFunction, Observable, type Subscription } from "rxjs";
import { currentGate, gated } from "../flow/gate.ts";
import { untilClosed } from "../flow/untilClosed.ts";
import type { StageContext } from "../stages/context.ts";
import { NO_REPORT, type ReportBelow } from "./reportBelow.ts";
import { Surroundings, type SurroundingsOptions } from "./surroundings.ts";

/** Where a stream is subscribed to: within which harvest, above which report. */
export interface Place {
  readonly surroundings: Surroundings;
  readonly report: ReportBelow;
}

export interface NestedPlace extends Place {
  readonly outer: NestedPlace | undefined;
  /** Its harvest is, or what stands above its report. */
  isOver(): boolean;
}

/** Found through the subscription, as the gate is: operators need not be told of each other. */
const here = new AsyncLocalStorage<NestedPlace>();

/**
 * Work within the harvest that its subscriber is in; the outermost begins one. Streams that are subscribed to within (by `mergeMap`,
 * `concatWith`, `retry` …) belong to it as well, and when the last of them is over it is closed. So each subscription from outside is a harvest
 * of its own. Where the call of a foreign emitter begins them, `boundedMergeMap` still knows where it stands; RxJS's own operators do not.
 */
export function enclosed<T>(work: (place: NestedPlace) => Observable<T>): Observable<T> {
  return defer(() => {
    const found = openPlace();
    return found === undefined ? begun(new Surroundings({}), work) : subscribeAt(found, work);
  });
}

/** Begins a harvest of its own for what stands above, with these surroundings: everything of one chain, when it is its last operator. */
export function withSurroundings<T>(options: SurroundingsOptions): MonoTypeOperatorFunction<T> {
  return (source) => defer(() => begun(new Surroundings(options), () => source));
}

/** Work within a harvest that begins with it. */
export function begun<T>(surroundings: Surroundings, work: (place: NestedPlace) => Observable<T>): Observable<T> {
  return defer(() => {
    const outer = openPlace();
    const report = outer?.report ?? NO_REPORT;
    const gate = surroundings.gateWithin(currentGate());
    const begins = { surroundings, report, outer, isOver: () => surroundings.closed };
    return subscribeAt(begins, (place) => work(place).pipe(gated(gate)));
  });
}

/** Lets a report hear what is said above it. */
export function above<T>(report: ReportBelow, outer: NestedPlace, source: Observable<T>): Observable<T> {
  return new Observable((subscriber) => {
    const isOver = () => subscriber.closed || outer.isOver();
    return here.run({ ...outer, report, outer, isOver }, () => source.subscribe(subscriber));
  });
}

/** What a stage is given to work with. */
export function contextAt({ surroundings, report }: Place, stage: string): StageContext {
  return surroundings.context(stage, report);
}

/** Who hears that a place is over is still called from within it: what begins then begins in the place around it. */
function openPlace(): NestedPlace | undefined {
  let place = here.getStore();
  while (place?.isOver() === true) place = place.outer;
  return place;
}

function subscribeAt<T>(place: NestedPlace, work: (place: NestedPlace) => Observable<T>): Observable<T> {
  return new Observable((subscriber) => {
    const leave = place.surroundings.enter();
    let upstream: Subscription | undefined;
    // Closed before anybody hears that it is over: who does may begin the next harvest at once, on the same folders.
    const end = () => {
      upstream?.unsubscribe();
      leave();
    };
    upstream = here.run(place, () =>
      defer(() => work(place))
        .pipe(untilClosed(subscriber))
        .subscribe({
          next: (value) => subscriber.next(value),
          error(error) {
            end();
            subscriber.error(error);
          },
          complete() {
            end();
            subscriber.complete();
          },
        }),
    );
    return end;
  });
}
