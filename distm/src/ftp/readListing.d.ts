import type { ServerAddress } from "./address.ts";
import type { Entry } from "./listing/entry.ts";
import type { Transfers } from "./transfers.ts";
/** What became of listing one directory, besides its entries. */
export interface Listing {
    /** Undefined when all of the directory was understood and taken; else why not. */
    readonly incomplete: string | undefined;
}
/** Takes an entry at once: a listing in flight is never held up. A `Fault` `listing_incomplete` from here ends the listing. */
export type TakeEntry = (entry: Entry) => void;
/** How a directory is asked for and read. */
export interface ListingRequest {
    /** For dates without a year. */
    readonly now: Date;
    readonly take: TakeEntry;
}
/** What a command has listed. */
export interface CountedListing extends Listing {
    readonly lines: number;
    /** Whether it has a line for the folder itself, so that an empty one has a line too; undefined: that can't be told. */
    readonly itself: boolean | undefined;
}
/** Which command lists the folder, and how its lines look. */
export interface ListingCommand {
    readonly command: "MLSD" | "LIST -a" | "LIST";
    readonly format: "mlsd" | "list";
}
/**
 * Runs one command and reads what it lists. A `Fault` `listing_incomplete`, from who takes the entries or from a limit here, ends the listing
 * where it is. Throws a `Fault` for all else, and undefined is of a server that does not know the command (RFC 959 §4.2: 500–504, and 550
 * for `-a` as a name).
 */
export declare function readListing({ command, format }: ListingCommand, { now, take }: ListingRequest, transfers: Transfers, address: ServerAddress): Promise<CountedListing | undefined>;
