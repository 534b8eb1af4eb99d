import type { ServerAddress } from "./address.ts";
import { type Listing, type ListingRequest } from "./readListing.ts";
import type { Traits } from "./traits.ts";
import type { Transfers } from "./transfers.ts";
/** Lists the folder that a session is in, by the command that the server has turned out to take. */
export declare class FolderLister {
    #private;
    constructor(address: ServerAddress, traits: Traits, transfers: Transfers);
    /** See `Session.list`. */
    list(request: ListingRequest): Promise<Listing>;
}
