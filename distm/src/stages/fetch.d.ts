/** Fetches files: takes `file` records in, gives one outcome for each, and a `harvested` record for each server. */
export declare const fetchStage: import("./stage.ts").Stage<{
    readonly jobs: {
        readonly kind: import("../config/kinds.ts").Kind<number, number>;
        readonly short: "j";
        readonly help: "connections to one server; stands for `defaults.connections`, below a server's own `connections`";
    };
    readonly to: {
        readonly kind: import("../config/kinds.ts").Kind<string, string>;
        readonly help: "folder that holds the servers' folders, instead of the configuration's `buffer_path`";
    };
    readonly waitLock: {
        readonly kind: import("../config/kinds.ts").Kind<number, string>;
        readonly default: 0;
        readonly help: "how long to wait for another run that works on the same folder";
    };
    readonly servers: {
        readonly kind: import("../config/kinds.ts").Kind<number, number>;
        readonly default: 64;
        readonly help: "servers at once, in the configuration's order; no more than open files allow";
    };
    readonly keepOrder: {
        readonly kind: import("../config/kinds.ts").Kind<boolean, boolean>;
        readonly default: false;
        readonly help: "outcomes in the order of the input; at most 1000 files are begun ahead of one that is slow";
    };
    readonly checksum: {
        readonly kind: import("../config/kinds.ts").Kind<boolean, boolean>;
        readonly default: false;
        readonly help: "put the sha256 of what was written into each file's record";
    };
}>;
