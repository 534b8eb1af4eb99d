/** Options of commands that read records. */
export declare const inputOptions: {
    readonly config: {
        readonly kind: import("../config/kinds.ts").Kind<string, string>;
        readonly help: "configuration that stands for the one that the records name";
    };
    readonly allowEmpty: {
        readonly kind: import("../config/kinds.ts").Kind<boolean, boolean>;
        readonly default: false;
        readonly help: "an input without records is no fault, also where a filter hid dead servers";
    };
};
