/**
 * What is known of a file, by how much it counts: of several outcomes of one file the highest is the one that holds.
 * `trouble` is a failure that is not about one file.
 */
export declare const OUTCOME: {
    readonly file: 1;
    readonly trouble: 2;
    readonly failed: 3;
    readonly skipped: 4;
    readonly unchanged: 5;
    readonly fetched: 6;
};
/** Outcomes that are asked for together: the files of the result set, the failures, and what else csv shows. */
export type OutcomeGroup = "files" | "failures" | "others";
/** Undefined for what no format shows. */
export declare function groupOf(outcome: number, withUnchanged: boolean): OutcomeGroup | undefined;
