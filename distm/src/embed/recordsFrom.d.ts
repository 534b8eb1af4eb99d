import { type Observable } from "rxjs";
import { type HarvestRecord } from "../records/record.ts";
/**
 * Saved records (NDJSON, as `tee` or `>` keep them). How their stages ended, and what they said of their servers, `report()` is told.
 * Errors with a `UsageError` where the file can't be read.
 */
export declare function recordsFrom(file: string): Observable<HarvestRecord>;
