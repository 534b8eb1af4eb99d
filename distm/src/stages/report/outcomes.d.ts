import type { AnyRecord } from "../../records/record.ts";
import type { Note } from "./noteBytes.ts";
/** A file and its bytes, as the result set has it. */
export type ResultFile = readonly [name: string, size: number];
/** A failure as it is told to people. */
export interface ResultFailure {
    /** The file's name; "" when it is not about one. */
    readonly name: string;
    /** Absolute on the server; null when it is not about one. */
    readonly path: string | null;
    readonly code: string;
    readonly message: string;
}
/** Any outcome, for a row of csv. */
export interface ResultOutcome {
    readonly name: string;
    readonly size: number | undefined;
    readonly status: "fetched" | "unchanged" | "skipped" | "failed" | "unknown";
    readonly code: string;
}
/** What a `failure` record tells people. */
export declare function failureIn(record: AnyRecord): ResultFailure;
/** What is noted of a failure beside its name. */
export declare function failureDetail({ path, code, message }: ResultFailure): string;
export declare function failureOf({ name, detail }: Note): ResultFailure;
export declare function outcomeOf(note: Note): ResultOutcome;
