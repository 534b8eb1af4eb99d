import { type LeftParts } from "./partsMarker.ts";
export interface LockRequest {
    /** The folder that holds the servers' folders; made when missing. */
    readonly bufferPath: string;
    readonly server: string;
    /** The harvest that the lock is for: its processes share it, others are kept out. */
    readonly run: string;
    /** How long to wait for another run to let go; default 0: not at all. */
    readonly waitMs?: number;
    /** Ends the waiting, with the signal's `AbortError`. */
    readonly signal?: AbortSignal;
}
export interface Lock {
    /** Eight hex digits that stand for this process while it holds the lock: in the names of its part files. */
    readonly owner: string;
    /** What earlier runs left: told once, to the first holder of a run. */
    readonly left: LeftParts;
    /** Whether one of the present holders has this `owner`. */
    isHeldBy(owner: string): boolean;
    /**
     * Lets go; another run is told that part files were left: `sound` where none of them is in doubt any more. Synchronous, never throws; a
     * second call does nothing.
     */
    release(left?: "nothing" | "sound" | "parts"): void;
}
/**
 * Takes the lock on a server's folder: the file `.<server>.fh-lock` beside it, which names the processes that hold it. Processes
 * that died without letting go hold nothing; those of other hosts count as alive. May be taken several times.
 *
 * Rejects with a `Fault`: `locked` (who holds it, since when), `disk`, `unsafe_name`.
 */
export declare function takeLock({ bufferPath, server, run, waitMs, signal }: LockRequest): Promise<Lock>;
