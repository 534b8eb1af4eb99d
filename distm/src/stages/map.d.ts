/** Changes fields of records. A file's `name` is where it lands below its server's folder. */
export declare const mapStage: import("./stage.ts").Stage<{
    readonly set: {
        readonly kind: import("../index.ts").Kind<readonly import("../config/assignments.ts").Assignment[], string | Readonly<Record<string, string>> | readonly string[]>;
        readonly default: readonly [];
        readonly help: "a field's new value, in which {name} stands for the value of the field `name`";
    };
    readonly drop: {
        readonly kind: import("../index.ts").Kind<readonly string[], string | readonly string[]>;
        readonly default: readonly [];
        readonly help: "fields to leave out";
    };
    readonly types: {
        readonly kind: import("../index.ts").Kind<readonly string[], string | readonly string[]>;
        readonly default: readonly ["file"];
        readonly help: "types of the records to change; all others pass";
    };
}>;
