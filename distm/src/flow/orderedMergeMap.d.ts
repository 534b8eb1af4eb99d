import { type ObservableInput, type OperatorFunction } from "rxjs";
import { type Fairness } from "./fairMergeMap.ts";
import { type Spill } from "./waitingRoom.ts";
/**
 * `fairMergeMap` whose results come in the order of the items, as GNU parallel's `--keep-order`. No more than `window` items are begun
 * from the oldest on that is not over: all others wait for a slow one sooner or later, and no more results than that wait for it.
 */
export declare function orderedMergeMap<T extends NonNullable<unknown>, R>(fairness: Fairness<T>, project: (item: T) => ObservableInput<R>, window: number, spill?: Spill<T>): OperatorFunction<T, R>;
