import type { Work } from "./loans.ts";
/** Someone who waits for a session, with the signal that gives up on it. */
export interface Waiter<T> {
    readonly signal: AbortSignal;
    readonly work: Work;
    resolve(value: T): void;
    reject(error: unknown): void;
}
/** Who waits for a session of a server, first come, first served. */
export declare class WaitingLine<T> {
    #private;
    get length(): number;
    /** Queues up. Who gives up leaves the line. */
    join(signal: AbortSignal, work: Work): Promise<T>;
    next(): Waiter<T> | undefined;
    /** Tells all of them that there is nothing to wait for. */
    dismiss(reason: unknown): void;
}
