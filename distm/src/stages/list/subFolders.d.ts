import type { WireName } from "../../ftp/names.ts";
import type { Fault } from "../../records/fault.ts";
import type { Backlog } from "./backlog.ts";
import type { Folder } from "./foldersToWalk.ts";
import type { Shelf } from "./shelf.ts";
/** Which folders a walk goes into. */
export interface Reach {
    /** The configured paths: each is walked by itself, also where one lies in another. */
    readonly roots: ReadonlySet<WireName>;
    /** Folders deep, by choice. */
    readonly depth: number;
    /** Folders deep; a tree that is deeper could not be listed to its end. */
    readonly max_depth: number;
}
/** The folders that lie in one folder, gathered while its entries are looked at. */
export declare class SubFolders {
    #private;
    readonly toWalk: Backlog<Folder>;
    /** `before`: the bytes of memory that the folders have that are still to be walked. */
    constructor(reach: Reach, shelf: Shelf, before: number);
    add(folder: Folder): void;
    /** Why some of them will not be walked: one fault a reason, for there may be millions. */
    faults(): Generator<Fault, void>;
}
