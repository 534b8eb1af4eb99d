import type { ServerSettings } from "../../config/server.ts";
import type { Pool } from "../../ftp/pool.ts";
import type { FileSelection } from "./fileSelection.ts";
import type { ShelfLimits } from "./shelf.ts";
/** What a walk needs to know. */
export interface WalkRequest {
    readonly settings: ServerSettings;
    readonly pool: Pool;
    /** Aborted: the walk ends where it is, as incomplete. */
    readonly signal: AbortSignal;
    readonly selection: FileSelection;
    /** Folders deep, by choice: 1 is only the files right in the path. Undefined: all down to `max_depth`. */
    readonly depth: number | undefined;
    /** Fields of every record: run and by. */
    readonly stamp: {
        readonly run: string;
        readonly by: string;
    };
    /** Absolute path of the folder for what is too much for memory; made when needed. */
    readonly spillFolder: string;
    /** Instead of the usual ones. */
    readonly limits?: ShelfLimits;
}
