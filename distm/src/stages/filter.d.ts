/** Chooses among files, listed or fetched; all other records pass, so that what went wrong stays known. */
export declare const filterStage: import("./stage.ts").Stage<{
    readonly include: {
        readonly kind: import("../index.ts").Kind<readonly string[], string | readonly string[]>;
        readonly help: "only files that match; a pattern without / is for the last part of the name";
    };
    readonly exclude: {
        readonly kind: import("../index.ts").Kind<readonly string[], string | readonly string[]>;
        readonly help: "no files that match, and no folders: nothing below them is listed";
    };
    readonly newerThan: {
        readonly kind: import("../index.ts").Kind<number, string>;
        readonly help: "only files changed within this time";
    };
    readonly olderThan: {
        readonly kind: import("../index.ts").Kind<number, string>;
        readonly help: "only files unchanged for this time";
    };
    readonly minSize: {
        readonly kind: import("../index.ts").Kind<number, string | number>;
        readonly help: "only files of at least this size";
    };
    readonly maxSize: {
        readonly kind: import("../index.ts").Kind<number, string | number>;
        readonly help: "only files of at most this size";
    };
    readonly match: {
        readonly kind: import("../index.ts").Kind<readonly import("../config/conditions.ts").Condition[], string | readonly string[]>;
        readonly default: readonly [];
        readonly help: "only files of which this holds: a field, one of = != < <= > >= ~ !~ (~ takes a regular expression), a value";
    };
}>;
