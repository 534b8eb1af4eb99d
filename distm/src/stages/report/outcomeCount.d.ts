import type { Weighing } from "./weighing.ts";
/** Files of one server, each counted once, by what became of it. */
export interface OutcomeCounts {
    readonly fetched: number;
    readonly unchanged: number;
    readonly skipped: number;
    /** Files and folders that failed. */
    readonly failed: number;
    /** Failures that are not about one file. */
    readonly troubles: number;
    /** Files asked for of which nothing more is known. */
    readonly unknown: number;
    readonly fetchedBytes: number;
    readonly unchangedBytes: number;
}
/** Different files of one server that a stage process gave an outcome, to be held against its sums. */
export interface SourceCount {
    readonly outcomes: number;
    readonly failures: number;
}
/** Adds up one server's files, some of them at a time. */
export declare class OutcomeCount {
    #private;
    /** Of files that were not in one before. */
    add({ best, sources }: Weighing): void;
    source(source: number): SourceCount;
    get counts(): OutcomeCounts;
}
