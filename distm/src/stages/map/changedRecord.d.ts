import type { Assignment } from "../../config/assignments.ts";
import type { AnyRecord } from "../../records/record.ts";
/** The record with new values, all made of the old ones, and without the fields that are dropped. */
export declare function changedRecord(record: AnyRecord, set: readonly Assignment[], drop: readonly string[]): AnyRecord;
