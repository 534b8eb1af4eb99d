import type { WireName } from "../../ftp/names.ts";
import type { Backlog } from "./backlog.ts";
/** A folder still to be listed. */
export interface Folder {
    readonly path: WireName;
    readonly depth: number;
    /** Where it really is, as far as is known: differs from `path` behind links. */
    readonly real: WireName;
    /** The real folders in which the links lie that led here. */
    readonly through: readonly WireName[];
}
/** The folders that a walk has before it: those of the folder that was listed last come first, each folder's in its listing's order. */
export declare class FoldersToWalk {
    #private;
    get none(): boolean;
    /** What they have of memory, at most. */
    get bytes(): number;
    /** All that are in one folder. */
    push(folders: Backlog<Folder>): void;
    /** Throws a `Fault` `disk` when it can't be read back. */
    shift(): Folder | undefined;
}
