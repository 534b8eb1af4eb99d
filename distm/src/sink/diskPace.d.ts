/**
 * Whether a disk answers fast enough to be written to while everything else in the process waits. One object a disk.
 */
export declare class DiskPace {
    #private;
    constructor(now?: () => number);
    /** The disk was slow a short while ago: leave it to threads. */
    get slow(): boolean;
    /** Does something synchronous on the disk and remembers if it took too long. */
    timed(work: () => void): void;
}
