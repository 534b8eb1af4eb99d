import type { ServerSettings } from "../config/server.ts";
import type { ServerRecord } from "../records/record.ts";
/** Which servers of a configuration take part. */
export declare const serverSelectionOptions: {
    readonly only: {
        readonly kind: import("../config/kinds.ts").Kind<readonly string[], string | readonly string[]>;
        readonly help: "only servers whose name matches";
    };
    readonly except: {
        readonly kind: import("../config/kinds.ts").Kind<readonly string[], string | readonly string[]>;
        readonly help: "no servers whose name matches";
    };
};
/** Begins a pipe: one `server` record for each server that takes part, in the configuration's order. */
export declare const serversStage: import("./stage.ts").Stage<{
    readonly only: {
        readonly kind: import("../config/kinds.ts").Kind<readonly string[], string | readonly string[]>;
        readonly help: "only servers whose name matches";
    };
    readonly except: {
        readonly kind: import("../config/kinds.ts").Kind<readonly string[], string | readonly string[]>;
        readonly help: "no servers whose name matches";
    };
    readonly config: {
        readonly kind: import("../config/kinds.ts").Kind<string, string>;
        readonly default: "cfg.yaml";
        readonly help: "the configuration";
    };
}>;
/** What the stream may know of a server: everything but its secrets. */
export declare function serverRecord(settings: ServerSettings, stamp: {
    readonly run: string;
    readonly by: string;
}): ServerRecord;
/** The selection as a journal keeps it: what must be in the report even if the stage is killed. */
export declare function selectionOf(selected: readonly ServerSettings[]): {
    server: string;
    buffer_path: string;
}[];
