import type { AnyRecord } from "./record.ts";

/** The record that a line holds, or why it holds none. Undefined as text: the line's bytes are no UTF-8. */
export function parseRecord(text: string | undefined): AnyRecord | string {
  if (text === undefined) return "not UTF-8";
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "not JSON";
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "not a JSON object";
  return isRecord(value) ? value : "no text `type`";
}

function isRecord(value: object): value is AnyRecord {
  return "type" in value && typeof value.type === "string";
}
