import type { ServerAddress } from "./address.ts";
import type { Circuit } from "./circuit.ts";
import { Session } from "./session.ts";
import type { Traits } from "./traits.ts";
/** Who wants one more session, and how that stands while the log-in is tried again. */
export interface Asker {
    readonly signal: AbortSignal;
    /** Somebody still waits for it. */
    isWanted(): boolean;
    /** Others of this server live or are on their way: without this one, who waits gets one of those. */
    hasOthers(): boolean;
}
/** How a server is logged in to: no faster than it may be asked, and again with back-off where that can help. */
export declare class Entrance {
    #private;
    /** While this says true, "too many connections" costs no retry: somebody else of the same harvest may hold the last session. */
    patience: () => boolean;
    constructor(address: ServerAddress, traits: Traits, circuit: Circuit);
    /**
     * A session; or why there is none and none is needed: nobody wants it any more, or the server refused it (or has gone away: those
     * that live will find out). Rejects with the `Fault` of the last try, or with that of a server that counts as dead.
     */
    logIn(address: ServerAddress, asker: Asker): Promise<Session | "unwanted" | "refused">;
}
