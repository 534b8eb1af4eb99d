import { DiskBudget } from "../../flow/diskBudget.ts";
import type { Entry } from "../../ftp/listing/entry.ts";
import { Backlog } from "./backlog.ts";
import type { Folder } from "./foldersToWalk.ts";
/** Bytes that a walk holds at most of what it has read. */
export interface ShelfLimits {
    /** Of a directory's entries, in memory. */
    readonly entriesInMemory: number;
    /** Of all folders that are still to be walked, in memory. */
    readonly foldersInMemory: number;
    /** Of a directory's entries, on disk; as much again for all folders that are still to be walked. */
    readonly onDisk: number;
}
/**
 * Where a walk puts what it has read and its reader has not taken yet. A million sub-folders in one folder are as possible as a
 * million files, and strings in an array would be hundreds of megabytes: both wait in the same way. One file for each walk, so that
 * the disk has its space back as soon as a walk has nothing on it.
 */
export declare class Shelf {
    #private;
    /** `folder`: absolute, made when needed. */
    constructor(folder: string, limits?: ShelfLimits, budget?: DiskBudget);
    entries(): Backlog<Entry>;
    /** For the sub-folders of one folder. `before`: the bytes of memory that others still to be walked have. */
    folders(before: number): Backlog<Folder>;
    /** Why a backlog takes no more. */
    get refusal(): string;
    /** What is left is lost. */
    close(): void;
}
