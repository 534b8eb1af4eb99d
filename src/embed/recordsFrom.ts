import { EMPTY, type Observable, tap } from "rxjs";
import { fromStage } from "../pipeline/from.ts";
import { type HarvestRecord, isControl } from "../records/record.ts";
import { enclosed } from "./enclosed.ts";
import { operatorOf } from "./operatorOf.ts";

const replay = operatorOf<typeof fromStage.options>(fromStage);

/**
 * Saved records (NDJSON, as `tee` or `>` keep them). How their stages ended, and what they said of their servers, `report()` is told.
 * Errors with a `UsageError` where the file can't be read.
 */
export function recordsFrom(file: string): Observable<HarvestRecord> {
  return enclosed(({ report }) =>
    EMPTY.pipe(
      replay({ file }),
      // The words of other stages, but nobody else is here to say them.
      tap((record) => isControl(record) && report.tell(record)),
    ),
  );
}
