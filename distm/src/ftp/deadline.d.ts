/**
 * A wait that must not last forever: calls `expire` once when its time has passed without `touch` or `clear`; never earlier, and two
 * looks later at most. One timer serves all waits of the process: a timer for every command and every file would cost more than the
 * commands. It may be started again and again.
 */
export declare class Deadline {
    #private;
    /** Not begun before `start`. */
    constructor(ms: number, expire: () => void);
    /** Grants this time from now on, whatever was granted before. */
    start(ms?: number): void;
    /** Something happened: the whole time is granted anew. Cheap enough to be called for every chunk of data. */
    touch(): void;
    clear(): void;
    /** One of the looks of the timer. */
    look(now_ms: number): void;
}
/** A deadline that has begun. */
export declare function deadline(ms: number, expire: () => void): Deadline;
