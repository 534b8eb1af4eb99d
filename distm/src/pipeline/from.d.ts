/** Begins a pipeline with saved records, as `ftp-fetch < listed.ndjson` does. */
export declare const fromStage: import("../stages/stage.ts").Stage<{
    readonly file: {
        readonly kind: import("../config/kinds.ts").Kind<string, string>;
        readonly required: true;
        readonly help: "NDJSON that was saved with `tee` or `>`";
    };
}>;
