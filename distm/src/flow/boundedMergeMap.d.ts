import { type ObservableInput, type OperatorFunction } from "rxjs";
/**
 * RxJS's `mergeMap(project, concurrency)` for a stream of any length: what waits for its turn is parked at a gate, so that the source
 * waits too. Not by RxJS's own count: when a long wait is over it begins what has gathered one within the other, and a thousand
 * items whose work is over at once are more than the stack takes; some are lost without an error.
 */
export declare function boundedMergeMap<T, R>(project: (item: T, index: number) => ObservableInput<R>, concurrency: number): OperatorFunction<T, R>;
