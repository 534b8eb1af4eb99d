import type { RecoverRequest, Searched } from "./sink.ts";
/** Less than this is fetched faster than it is asked for. */
export declare const WORTH_KEEPING_bytes: number;
/** Part files that earlier runs left below the servers' folders. Paths are bytes, one character each. */
export declare class Leftovers {
    #private;
    /** Something lies there, or may lie where nobody looked. */
    get any(): boolean;
    /**
     * Looks through a server's folder, links not followed. A part file of somebody who is active is left alone: it was made by another
     * process of this run meanwhile. What can't be read stays as it is. Never rejects.
     */
    sweep(folder: string, request: Pick<RecoverRequest, "isActive" | "trusted">): Promise<Searched>;
    /** The name of a left-over part file, which is the taker's from now on. */
    take(folder: string, digest: string): string | undefined;
    /** Ends the looking around. */
    stop(): void;
    /** Throws away what nobody took. */
    clear(): void;
}
