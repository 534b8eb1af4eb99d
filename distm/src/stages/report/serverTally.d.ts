import type { Chain } from "./spool.ts";
/** What a `harvested` record says, as far as the report needs it. */
export interface Sums {
    readonly local: string | undefined;
    readonly asked: number;
    readonly failed: number;
    readonly notStarted: number;
}
/** What a `listed` record says. */
export interface Listing {
    readonly files: number;
    readonly complete: boolean;
}
/** All that is held of one server while the records come; its files are in the spool. */
export interface ServerTally {
    readonly server: string;
    readonly chain: Chain;
    /** Its place in the configuration, as the first `server` record says. */
    order: number | undefined;
    /** Absolute path of the folder that holds the servers' folders, as the `server` record says. */
    bufferPath: string | undefined;
    /** Its own folder, as a download shows it: for streams that have nothing else. */
    folder: string | undefined;
    /** Runs that it was seen in. */
    readonly runs: Set<string>;
    /** By stage process (with its run). */
    readonly listings: Map<number, Listing>;
    readonly sums: Map<number, Sums>;
}
export declare function newTally(server: string, chain: Chain): ServerTally;
