import type { Line } from "./waitingRoom.ts";
/** What a fair queue hands out, and what it may ask. */
export interface FairWork<K, T> {
    /** Keys that are begun at once. */
    readonly lanesAtOnce: number;
    /** Begins work on an item; `done` must be called when it is over. */
    start(key: K, item: T): void;
    /** What a key's items wait in. */
    newLine?(): Line<T>;
    /** Told of a key whose place another needs, while nothing of it runs or waits. */
    left?(key: K): void;
    /** Asked before each start. True: nothing more is started until `goOn` is called. */
    mustWait?(goOn: () => void): boolean;
}
/**
 * Work for many servers that came in as one stream: a lane for each, and a ring of those that have work and may do more of it.
 * A slow one fills its own lane and holds up no other.
 */
export declare class FairQueue<K, T extends NonNullable<unknown>> {
    #private;
    constructor(work: FairWork<K, T>);
    /** Takes an item; `atOnce` items of this key may be worked on at once. */
    push(key: K, item: T, atOnce: number): void;
    /** One item of this key is over. */
    done(key: K): void;
    /** Starts nothing more. */
    close(): void;
}
