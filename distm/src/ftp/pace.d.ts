import { Fault } from "../records/fault.ts";
/** How fast data must come. */
export interface PaceLimits {
    /** Bytes a second. */
    readonly min_rate: number;
    /** Over each such length of time, from the second piece of data on: what comes in one piece has no pace. */
    readonly timeout_ms: number;
}
/**
 * Watches that data comes fast enough: a server that sends a byte now and then is never silent. Counts what came only once in a while,
 * never for each piece. Time that we take to put data away is not the server's.
 */
export declare class Pace {
    #private;
    /** `bytes` says how many came so far. `tooSlow` is called once at most. */
    constructor(limits: PaceLimits, bytes: () => number, tooSlow: (fault: Fault) => void);
    /** The first bytes are here. */
    start(): void;
    /** From now on until `goOn` nothing is read. */
    hold(): void;
    goOn(): void;
    stop(): void;
}
