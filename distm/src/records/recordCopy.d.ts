import type { AnyRecord, Stamp } from "./record.ts";
export interface CopyRequest {
    readonly path: string;
    /** Of the file if it is made; the user's umask may take from it. */
    readonly mode: number;
    /** The process in which the copy is made. */
    readonly process: Stamp;
    /** What makes the copy: sets it apart from other ones of the same process. */
    readonly maker: string;
    /** Told once why the system takes no more. */
    readonly refused: (error: unknown) => void;
}
/**
 * A copy of the records that pass one point inside of a process, in a file that can be replayed. The process has another name in it:
 * its journal knows also what happened behind that point, such as sums of files fetched, which must not be read back in a replay.
 */
export declare class RecordCopy {
    #private;
    /** Throws what the system says when the file can't be opened. */
    constructor(request: CopyRequest);
    record(record: AnyRecord): void;
    /** The stream is over: so is the copy, and whoever replays it is told so. */
    finish(): void;
    /** Writes what is left, in whole lines. May be called again. */
    close(): void;
}
