/** Of files that are the same the first one passes; so do all records that are no files. */
export declare const dedupeStage: import("./stage.ts").Stage<{
    readonly by: {
        readonly kind: import("../index.ts").Kind<readonly string[], string | readonly string[]>;
        readonly help: "fields in which files that count as one agree; server and path unless given";
    };
}>;
