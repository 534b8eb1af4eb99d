import type { NamelessFile } from "./namelessFile.ts";
import { type Note } from "./noteBytes.ts";
/** Sorted notes that lie one behind another on disk. */
export interface SortedRun {
    readonly offset: number;
    readonly bytes: number;
}
/** Puts notes, which are in order, behind all that is in a file, through a buffer. Throws a `Fault` `disk`. */
export declare function writeRun(file: NamelessFile, notes: Iterable<Note>, buffer: Buffer): SortedRun;
/** Reads through a buffer of so many bytes; a note that is longer gets one of its own. Throws a `Fault` `disk`. */
export declare function readRun(file: NamelessFile, { offset, bytes }: SortedRun, bufferBytes: number): Generator<Note, void>;
