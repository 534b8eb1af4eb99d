import type { ServerResult } from "./judge.ts";
import type { OutcomeStore, StoredOutcomes } from "./outcomeStore.ts";
import { type ResultFailure, type ResultFile, type ResultOutcome } from "./outcomes.ts";
/** A server's row: 0 when all that was asked for is here, else 1; its files of this run; the folder that they are in. */
export type ResultRow = readonly [
    server: string,
    result: 0 | 1,
    number_of_files: number,
    buffer_path: string,
    files: readonly ResultFile[]
];
/** How a result set can be written. */
export type ResultFormat = "json" | "rows" | "table" | "csv";
/** For whose eyes it is written. */
export interface Look {
    readonly colours: boolean;
    /** Names are made safe for a terminal, where the format does not do so anyway. */
    readonly terminal: boolean;
}
/** What a result set is made of. */
export interface ResultSetParts {
    readonly store: OutcomeStore;
    /** In the configuration's order. */
    readonly servers: ReadonlyMap<ServerResult, StoredOutcomes>;
    readonly withUnchanged: boolean;
    /** Failures that name no server: the first ones. */
    readonly runFailures: readonly ResultFailure[];
    readonly runFailureCount: number;
    readonly code: number;
}
/**
 * What a harvest came to: one row a server in a `for … of` loop, or text in one of the formats. Names of files are read from disk when
 * they are asked for; `close`, or the end of a block with `using`, frees them.
 */
export declare class ResultSet implements Iterable<ResultRow>, Disposable {
    #private;
    /** In the configuration's order, without their files. */
    readonly servers: readonly ServerResult[];
    /** The exit code that the records stand for: 0, 1, 2, 3, 129, 130 or 143. */
    readonly code: number;
    readonly runFailures: readonly ResultFailure[];
    readonly runFailureCount: number;
    constructor(parts: ResultSetParts);
    /** All went well. */
    get ok(): boolean;
    /** One row a server, again and again until closed. Holds the files of one only; `files` holds none. */
    [Symbol.iterator](): Generator<ResultRow, void>;
    /** The whole text. For very many files rather take `lines`. */
    toString(format?: ResultFormat): string;
    /** The text in pieces, to be written one after another; no piece is large, however many files there are. */
    lines(format: ResultFormat, look?: Look): Iterable<string>;
    numberOfFiles({ fetched, unchanged }: ServerResult): number;
    /** Bytes of the files that are counted. */
    bytes({ fetchedBytes, unchangedBytes }: ServerResult): number;
    /** The files of one of `servers` by name, one at a time. */
    files(server: ServerResult): Generator<ResultFile, void>;
    /** All outcomes of one of `servers` by name, one at a time: what is not about a file first. */
    outcomes(server: ServerResult): Generator<ResultOutcome, void>;
    /** The failures of one of `servers` by name, one at a time: what is not about a file first. */
    failures(server: ServerResult): Generator<ResultFailure, void>;
    /** Gives the disk's space back; names can't be read any more. */
    close(): void;
    [Symbol.dispose](): void;
}
