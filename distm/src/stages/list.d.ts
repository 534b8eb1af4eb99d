/** Walks servers: takes `server` records, hands them on, and adds `file` records and a `listed` record for each. */
export declare const listStage: import("./stage.ts").Stage<{
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
    readonly depth: {
        readonly kind: import("../index.ts").Kind<number, number>;
        readonly help: "folders deep; 1 is only the files right in the path; all of them unless given";
    };
    readonly servers: {
        readonly kind: import("../index.ts").Kind<number, number>;
        readonly default: 64;
        readonly help: "servers at once, in the configuration's order; no more than open files allow";
    };
}>;
