import type { Fault } from "../records/fault.ts";
import { type PaceLimits } from "./pace.ts";
/** A transfer that is watched. */
export interface Watched {
    /** Bytes that came so far. */
    readonly bytes: number;
    /** For each sign of life. */
    readonly silence_ms: number;
    /** For all of it, from the first command to the last reply. */
    readonly within_ms: number;
    /** Nothing happened for `silence_ms`, or for as long as was said last. */
    onSilence(): void;
    onTooSlow(fault: Fault): void;
    onTooLate(): void;
}
/** All waits of a session's transfers, one after the other: for a sign of life, for its pace, and for its end. */
export declare class Watch {
    #private;
    constructor(limits: PaceLimits);
    /** The next transfer begins; the one before is over. */
    begin(watched: Watched): void;
    /** A sign of life. */
    touch(): void;
    /** Some bytes came. What comes in one piece has no pace. */
    data(): void;
    /** We don't read now: that is no silence of the server. */
    hold(): void;
    goOn(): void;
    /** The data is over; a word on it is waited for no longer than this. */
    awaitWord(ms: number): void;
    stop(): void;
}
