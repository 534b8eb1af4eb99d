/** Which of the files that a server has are wanted. */
export declare const fileSelectionOptions: {
    readonly include: {
        readonly kind: import("../../config/kinds.ts").Kind<readonly string[], string | readonly string[]>;
        readonly help: "only files that match; a pattern without / is for the last part of the name";
    };
    readonly exclude: {
        readonly kind: import("../../config/kinds.ts").Kind<readonly string[], string | readonly string[]>;
        readonly help: "no files that match, and no folders: nothing below them is listed";
    };
    readonly newerThan: {
        readonly kind: import("../../config/kinds.ts").Kind<number, string>;
        readonly help: "only files changed within this time";
    };
    readonly olderThan: {
        readonly kind: import("../../config/kinds.ts").Kind<number, string>;
        readonly help: "only files unchanged for this time";
    };
    readonly minSize: {
        readonly kind: import("../../config/kinds.ts").Kind<number, string | number>;
        readonly help: "only files of at least this size";
    };
    readonly maxSize: {
        readonly kind: import("../../config/kinds.ts").Kind<number, string | number>;
        readonly help: "only files of at most this size";
    };
};
