import type { AnyRecord } from "./record.ts";

/** The record that a line holds, or why it holds none. Undefined as text: the line's bytes are no UTF-8. */
export function parseRecord(text: string | undefined): AnyRecord | string {
  if (text === undefined) return "not UTF-8";
  if (isTooDeep(text)) return `more than ${MOST_LEVELS} levels deep`;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "not JSON";
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "not a JSON object";
  return isRecord(value) ? value : "no text `type`";
}

/** Of lists and objects. A line has room for millions: they take seconds to read, and there is no stack to write them again. */
const MOST_LEVELS = 1_000;

/** Each level takes two characters at least: of lines as they are none is looked at. */
function isTooDeep(text: string): boolean {
  if (text.length < 2 * MOST_LEVELS) return false;
  let levels = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === "\\") at++;
    else if (sign === '"') inString = !inString;
    else if (inString) continue;
    else if (sign === "[" || sign === "{") levels++;
    else if (sign === "]" || sign === "}") levels--;
    if (levels > MOST_LEVELS) return true;
  }
  return false;
}

function isRecord(value: object): value is AnyRecord {
  return "type" in value && typeof value.type === "string";
}
