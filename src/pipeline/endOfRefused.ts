import type { EndRecord } from "../records/record.ts";

/** The `end` of a stage that could not start because of its usage or configuration. */
export function endOfRefused(stage: string, by: string, run: string): EndRecord {
  return { type: "end", run, by, stage, code: 2, counts: {}, inputs: [] };
}
