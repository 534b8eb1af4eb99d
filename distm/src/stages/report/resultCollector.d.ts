import type { AnyRecord } from "../../records/record.ts";
import { ResultSet } from "./resultSet.ts";
export interface CollectorOptions {
    /** Adds the files that were here already. */
    readonly withUnchanged?: boolean;
    /** No record at all is no fault. */
    readonly allowEmpty?: boolean;
    /** Something a person should know. */
    note(message: string): void;
}
/**
 * Takes the records of one or several harvests in any order, some of them twice or missing, and makes the result set of them. Memory
 * holds about one kilobyte a server and 8 MiB, twice that while all is weighed; the rest is on disk. One of `finish` and `close` must be called.
 */
export declare class ResultCollector {
    #private;
    constructor(options: CollectorOptions);
    /** Bytes of names in memory now. */
    get heldBytes(): number;
    /** Throws a `Fault` `disk` when names can't be kept. */
    add(record: AnyRecord): void;
    /** The report itself was told to end, with this exit code: what is missing then was not left out on purpose. */
    signalled(code: number): void;
    /**
     * To be called once, after the last record. Many outcomes take seconds, in which others get their turns. The names are the result
     * set's from then on: it must be closed. Throws a `Fault` `disk`, and an error when it is closed meanwhile.
     */
    finish(): Promise<ResultSet>;
    /** Gives up what has come, unless it was finished: then the result set has it. */
    close(): void;
}
