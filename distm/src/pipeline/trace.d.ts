import type { AnyRecord } from "../records/record.ts";
import type { StageContext } from "../stages/context.ts";
import { type PipelineStep } from "./pipeline.ts";
/**
 * The records behind each step, kept as NDJSON: `0-servers.ndjson`, `1-list.ndjson` and so on. They are for their user only.
 */
export declare class Trace {
    #private;
    private constructor();
    /** Makes the folder and the files, in the place of those of the same names. Throws a `UsageError`. */
    static open(folder: string, steps: readonly PipelineStep[], context: StageContext): Trace;
    /** Takes a record behind the step with this place, from 0; those of the source have -1. */
    see(place: number, record: AnyRecord): void;
    /** The pipeline is over. */
    finish(): void;
    /** Writes what is left. */
    close(): void;
}
