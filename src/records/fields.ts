import type { AnyRecord } from "./record.ts";

/** A text field of a record that came from outside. */
export function textOf(record: AnyRecord, field: string): string | undefined {
  return asText(record[field]);
}

/** A count or a number of bytes: a whole number from 0. */
export function countOf(record: AnyRecord, field: string): number | undefined {
  return asCount(record[field]);
}

/** As `textOf`, of the field's value: for each of many records, since V8 looks up a field that a variable names anew each time. */
export function asText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** As `countOf`, of the field's value. */
export function asCount(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
