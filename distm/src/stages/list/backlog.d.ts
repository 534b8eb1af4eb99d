import type { SpillFile } from "../../flow/spillFile.ts";
/** How much a backlog may hold, and where. */
interface BacklogOptions<T> {
    readonly file: SpillFile;
    /** What an item takes in memory, about. */
    readonly bytesOf: (item: T) => number;
    /** In memory; what comes behind goes to disk. */
    readonly memoryBytes: number;
    /** On disk; then it is full. */
    readonly diskBytes: number;
}
/** First in, first out: what was read of a server and is still to be looked at. Filled first, emptied then. */
export declare class Backlog<T> {
    #private;
    constructor({ file, bytesOf, memoryBytes, diskBytes }: BacklogOptions<T>);
    get length(): number;
    /** What it has of memory at most, for items that are held as they are. */
    get memoryBytes(): number;
    /** Items that are held in memory as they are. */
    get inMemory(): number;
    /** False: it is full, and the item was not taken. */
    push(item: T): boolean;
    /** Throws a `Fault` `disk` when an item can't be read back. */
    shift(): T | undefined;
    /** Forgets all that is in it; then it may be filled again. */
    clear(): void;
}
export {};
