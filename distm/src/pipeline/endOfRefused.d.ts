import type { EndRecord } from "../records/record.ts";
/** The `end` of a stage that could not start because of its usage or configuration. */
export declare function endOfRefused(stage: string, by: string, run: string): EndRecord;
