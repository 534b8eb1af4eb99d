import { Fault } from "../records/fault.ts";
import type { ServerAddress } from "./address.ts";
import { type Work } from "./loans.ts";
import type { Session } from "./session.ts";
/** A session on loan. When the signal that it was asked with is aborted, the session is closed, whatever it is doing. */
export interface Lease {
    readonly session: Session;
    /** It has served before: when it turns out dead at its first command, that is no fault of the server. */
    readonly reused: boolean;
    /** The server did what it was asked for, or said in order that it won't: it lives. */
    succeeded(): void;
    /** The work failed; too much of that in a row, and the server counts as dead (`give_up_after`). */
    failed(fault: Fault): void;
    /** Gives it back; a session that is not usable any more is dropped. */
    release(): void;
}
/**
 * The sessions of one server. Who wants one waits in line; no more than `connections` are open at once. The first log-in goes
 * alone: it learns what the server has, and when it fails for good, all who wait are told so instead of each trying on
 * its own.
 */
export declare class Pool {
    #private;
    constructor(address: ServerAddress);
    /**
     * While this says true, "too many connections" costs no retry even when no session of ours lives: somebody else of the
     * same harvest, such as a listing in another process, may hold the one that there is.
     */
    set patience(hasPatience: () => boolean);
    /** Sessions that are open or being opened. */
    get size(): number;
    /** Takes a session, opening one if there may be one more. Throws a `Fault` when there is none to be had. */
    lease(signal: AbortSignal, work?: Work): Promise<Lease>;
    /** A session that is there, at once; undefined where there is none, or others wait for one. */
    leaseNow(signal: AbortSignal, work: Work): Lease | undefined;
    /** Logs out of the sessions that nobody uses now. */
    closeIdle(): void;
    /** Nobody uses it for now: ends everything, also what is on loan, but keeps what it has learned of the server. */
    pause(): void;
    /** Somebody uses it again, with so many sessions at most. */
    resume(address: ServerAddress): void;
    /** Ends everything for good. */
    close(): void;
}
