/** Keeps a copy of all records, which `from` reads back. In a pipe of commands that is `tee`. */
export declare const teeStage: import("./stage.ts").Stage<{
    readonly file: {
        readonly kind: import("../config/kinds.ts").Kind<string, string>;
        readonly required: true;
        readonly help: "NDJSON to write; what was in it is lost";
    };
}>;
