/**
 * Removes journals of runs in which nothing was written for a week, but not those of `keep` (run ids) nor of processes that still
 * live. Does a bounded piece of the work and never throws. Call it when the input's journals were read: they may be old ones.
 */
export declare function pruneJournals(options: {
    readonly stateFolder: string;
    readonly keep?: ReadonlySet<string>;
}): Promise<void>;
