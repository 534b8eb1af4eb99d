import type { DiskBudget } from "./diskBudget.ts";
/** Large enough to be written fast, small enough to have two in memory for each of many queues. */
export declare const BLOCK_BYTES: number;
export interface SpillFileOptions {
    /** Told once why the disk takes nothing. */
    readonly note?: (message: string) => void;
    /** What this file shares with others, besides its own cap. */
    readonly budget?: DiskBudget | undefined;
}
/**
 * Blocks of one size on disk, for any number of queues: one file descriptor, and blocks that were freed are used again, so that the file
 * is never larger than what lay in it at once. The file is made with the first block and its name is taken away at once: the system frees
 * it however this process ends.
 */
export declare class SpillFile {
    #private;
    /** `folder`: absolute, made when needed, for this user only. */
    constructor(folder: string, maxBytes: number, { note, budget }?: SpillFileOptions);
    /** Writes `BLOCK_BYTES` bytes and says which block they are. Undefined when the file is full or the disk takes no more. */
    write(bytes: Uint8Array): number | undefined;
    /** Throws a `Fault` `disk`. */
    read(block: number): Buffer;
    /** The block is needed no more. */
    free(block: number): void;
    close(): void;
}
