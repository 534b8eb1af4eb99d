import type { Line } from "./waitingRoom.ts";
/** An item with its place in the input, from 0. */
export interface Placed<T> {
    readonly item: T;
    readonly place: number;
}
export interface Ordering<T, R> {
    /** Items that may be begun from the oldest on whose results have not been handed out. */
    readonly window: number;
    /** Where items wait until they may be begun. */
    readonly waiting: Line<T>;
    begin(item: Placed<T>): void;
    handOut(result: R): void;
    /** The input has ended and all results are handed out. */
    over(): void;
}
/** Begins items in their order, several at once, and hands out their results in the same order, whichever are over first. */
export declare class OrderedQueue<T extends NonNullable<unknown>, R> {
    #private;
    constructor(ordering: Ordering<T, R>);
    push(item: T): void;
    /** The item with this place is over; it may have no results. */
    done(place: number, results: readonly R[]): void;
    /** Nothing more will come. */
    end(): void;
    /** Begins nothing more and hands out nothing more. */
    close(): void;
}
