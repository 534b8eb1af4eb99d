import { type Source, type Sources } from "./endingSource.ts";
export interface HiddenOptions {
    readonly stateFolder: string;
    /** Stages whose processes are looked for. */
    readonly stages: ReadonlySet<string>;
}
/**
 * Adds the stage processes that read from one of `loose`, or from one of these, and of which a filter took every record: they are taken
 * as seen. Nobody can tell whether such a one stood in this very pipe or fetched the same saved listing at another time, so all count:
 * too many failures are better than too few.
 */
export declare function addHidden(loose: readonly Source[], sources: Sources, options: HiddenOptions): Promise<void>;
