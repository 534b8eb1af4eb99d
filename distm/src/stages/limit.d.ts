/** Lets the first files through and ends the stream then, as `head` does; records of other types do not count. */
export declare const limitStage: import("./stage.ts").Stage<{
    readonly count: {
        readonly kind: import("../config/kinds.ts").Kind<number, number>;
        readonly required: true;
        readonly help: "files to let through";
    };
    readonly perServer: {
        readonly kind: import("../config/kinds.ts").Kind<boolean, boolean>;
        readonly default: false;
        readonly help: "this many of each server, and all servers are listed to their end";
    };
}>;
