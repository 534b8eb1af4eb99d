import { EMPTY, type Observable } from "rxjs";
import { fromStage } from "../pipeline/from.ts";
import type { HarvestRecord } from "../records/record.ts";
import { operatorOf } from "./operatorOf.ts";

const replay = operatorOf<typeof fromStage.options>(fromStage);

/**
 * Saved records (NDJSON, as `tee` or `>` keep them). How their stages ended, `report()` is told. Errors with a `UsageError` where the
 * file can't be read.
 */
export function recordsFrom(file: string): Observable<HarvestRecord> {
  return EMPTY.pipe(replay({ file }));
}
