import { type Observable } from "rxjs";
import type { OptionInputs, OptionValues } from "../config/options.ts";
import type { ServerSettings } from "../config/server.ts";
import { type Backend } from "../pipeline/backend.ts";
import type { HarvestRecord } from "../records/record.ts";
import type { StageContext } from "../stages/context.ts";
import { type Place } from "./enclosed.ts";
import type { SurroundingsOptions } from "./surroundings.ts";
declare const table: {
    readonly only: {
        readonly kind: import("../index.ts").Kind<readonly string[], string | readonly string[]>;
        readonly help: "only servers whose name matches";
    };
    readonly except: {
        readonly kind: import("../index.ts").Kind<readonly string[], string | readonly string[]>;
        readonly help: "no servers whose name matches";
    };
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
    readonly jobs: {
        readonly kind: import("../index.ts").Kind<number, number>;
        readonly short: "j";
        readonly help: "connections to one server; stands for `defaults.connections`, below a server's own `connections`";
    };
    readonly to: {
        readonly kind: import("../index.ts").Kind<string, string>;
        readonly help: "folder that holds the servers' folders, instead of the configuration's `buffer_path`";
    };
    readonly waitLock: {
        readonly kind: import("../index.ts").Kind<number, string>;
        readonly default: 0;
        readonly help: "how long to wait for another run that works on the same folder";
    };
    readonly servers: {
        readonly kind: import("../index.ts").Kind<number, number>;
        readonly default: 64;
        readonly help: "servers at once, in the configuration's order; no more than open files allow";
    };
    readonly keepOrder: {
        readonly kind: import("../index.ts").Kind<boolean, boolean>;
        readonly default: false;
        readonly help: "outcomes in the order of the input; at most 1000 files are begun ahead of one that is slow";
    };
    readonly checksum: {
        readonly kind: import("../index.ts").Kind<boolean, boolean>;
        readonly default: false;
        readonly help: "put the sha256 of what was written into each file's record";
    };
    readonly names: {
        readonly kind: import("../index.ts").Kind<readonly string[], string | readonly string[]>;
        readonly default: readonly [];
        readonly help: "only these servers";
    };
};
/** Those of `servers`, `listFiles` and `fetchFiles` together, and what the harvest is given of the world around it. */
export type HarvestOptions = OptionInputs<typeof table> & SurroundingsOptions & {
    readonly backend?: Backend | undefined;
};
/**
 * Lists and fetches all servers of a configuration that take part, several at once; `harvest("cfg.yaml").pipe(report())` is the whole
 * job. Each subscription is a new harvest. A wrong option is thrown as a `UsageError`; with a wrong configuration the stream errors
 * with one.
 */
export declare function harvest(config: string, options?: HarvestOptions): Observable<HarvestRecord>;
interface HarvestRequest {
    readonly values: OptionValues<typeof table>;
    /** Where each server's work is done; in this process unless given. */
    readonly backend: Backend;
}
/** Tells apart what is for the stages and what for the surroundings. Throws a `UsageError`; `who` is what it begins with. */
export declare function parted(who: string, options: HarvestOptions): {
    readonly request: HarvestRequest;
    readonly surroundings: SurroundingsOptions;
};
interface SelectedHarvest extends HarvestRequest {
    readonly place: Place;
    readonly context: StageContext;
    readonly selected: readonly ServerSettings[];
}
/** Reads the configuration. Throws a `UsageError`. */
export declare function selectedAt(place: Place, config: string, request: HarvestRequest): SelectedHarvest;
export declare function harvestRecords({ place, context, selected, values, backend, }: SelectedHarvest): Observable<HarvestRecord>;
export {};
