import { type SpillFile } from "./spillFile.ts";
/** How an item is written to disk: as one line of text, without a newline. */
export interface Codec<T> {
    write(item: T): string;
    read(text: string): T;
}
export interface SpillOptions<T> {
    readonly file: SpillFile;
    readonly codec: Codec<T>;
    /** Asked for an item when nothing of this queue lies on disk. */
    staysInMemory(item: T): boolean;
    /** Of this queue on disk. */
    readonly maxBytes: number;
}
/**
 * First in, first out, of any length: what is not to stay in memory goes to disk, and all that comes behind it too, until the disk's
 * part is empty again. That part has two blocks in memory, the one that is being read and the one that is being filled, however
 * long it is.
 */
export declare class SpillQueue<T> {
    #private;
    constructor(options: SpillOptions<T>);
    get length(): number;
    /** Items that are held as they are. */
    get inMemory(): number;
    /** Where the item is now. `full`: nowhere, because the disk or this queue's part of it takes no more. */
    push(item: T): "memory" | "disk" | "full";
    /** Throws a `Fault` `disk` when an item can't be read back. */
    shift(): T | undefined;
    /** Gives its blocks back; what is left is lost. */
    close(): void;
}
