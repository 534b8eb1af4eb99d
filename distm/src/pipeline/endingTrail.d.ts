import { type Source, type Sources } from "./endingSource.ts";
interface TrailOptions {
    readonly stateFolder: string;
    /** Stages whose processes are looked for where a filter may have taken every record of theirs. */
    readonly hidden: ReadonlySet<string>;
    /** Aborted: waits no longer. */
    readonly signal: AbortSignal;
    /** Milliseconds given to sources that still live to write their end. */
    readonly waitMs: number;
}
/**
 * Reads the journals of the sources, of those that they read from and of those hidden behind them, which are added, and finds how
 * each ended. A source that still lives when the wait is over counts as closed: nobody reads it any more.
 */
export declare function followTrail(sources: Sources, options: TrailOptions): Promise<void>;
/** The sources that no other one reads from: they wrote straight into our input. */
export declare function directSources(sources: Sources): Source[];
export {};
