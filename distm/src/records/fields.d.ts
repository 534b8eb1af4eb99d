import type { AnyRecord } from "./record.ts";
/** A text field of a record that came from outside. */
export declare function textOf(record: AnyRecord, field: string): string | undefined;
/** A count or a number of bytes: a whole number from 0. */
export declare function countOf(record: AnyRecord, field: string): number | undefined;
