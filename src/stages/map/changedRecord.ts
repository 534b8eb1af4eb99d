import type { Assignment } from "../../config/assignments.ts";
import type { AnyRecord } from "../../records/record.ts";
import { filledTemplate } from "./filledTemplate.ts";

/** The record with new values, all made of the old ones, and without the fields that are dropped. */
export function changedRecord(record: AnyRecord, set: readonly Assignment[], drop: readonly string[]): AnyRecord {
  const values = set.map(({ field, template }) => [field, filledTemplate(template, record)] as const);
  const changed: Record<string, unknown> & AnyRecord = { ...record, ...Object.fromEntries(values) };
  // The bytes of the path that was.
  if (set.some(({ field }) => field === "path")) delete changed["raw"];
  for (const field of drop) delete changed[field];
  return changed;
}
