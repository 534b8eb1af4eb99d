import type { AnyRecord } from "../../records/record.ts";

const PLACEHOLDER = /\{([A-Za-z_]\w*)\}/g;

/**
 * A template's value for a record. What is nothing but one field is that field's value, of whatever type; else its values go into
 * a text, and a field that is missing or null leaves no trace.
 */
export function filledTemplate(template: string, record: AnyRecord): unknown {
  const [, whole] = /^\{([A-Za-z_]\w*)\}$/.exec(template) ?? [];
  if (whole !== undefined) return fieldOf(record, whole);
  return template.replace(PLACEHOLDER, (_, field: string) => asText(fieldOf(record, field)));
}

function fieldOf(record: AnyRecord, field: string): unknown {
  return Object.hasOwn(record, field) ? record[field] : undefined;
}

function asText(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
