import { type ObservableInput, type OperatorFunction } from "rxjs";
import { type Spill } from "./waitingRoom.ts";
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
/**
 * `mergeMap` for a stream that mixes the work for many servers: each has its own line and its own limit, and a slow one holds up
 * no other. What waits is parked at a gate, or lies on disk where that is allowed.
 */
export declare function fairMergeMap<T extends NonNullable<unknown>, R>(fairness: Fairness<T>, project: (item: T) => ObservableInput<R>, spill?: Spill<T>): OperatorFunction<T, R>;
