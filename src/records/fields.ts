import type { AnyRecord } from "./record.ts";

/** A text field of a record that came from outside. */
export function textOf(record: AnyRecord, field: string): string | undefined {
  const value = record[field];
  return typeof value === "string" ? value : undefined;
}

/** A count or a number of bytes: a whole number from 0. */
export function countOf(record: AnyRecord, field: string): number | undefined {
  const value = record[field];
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
