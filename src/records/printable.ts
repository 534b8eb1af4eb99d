/** What must not reach a terminal raw: control characters (C0, DEL, C1), line and paragraph separators, marks that turn text. */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** The same without C0: in a text of JSON it is escaped, and stands raw only between values. */
const UNPRINTABLE_IN_JSON = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Text of servers and file names, made safe for a terminal: what it must not be shown is written as escapes. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => ESCAPES[character] ?? escaped(character));
}

const ESCAPES: Readonly<Record<string, string>> = { "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function escaped(character: string): string {
  const code = character.charCodeAt(0);
  return code < 256 ? `\\x${code.toString(16).padStart(2, "0")}` : unicodeEscape(character);
}

/**
 * One or more values of JSON, such as NDJSON, made safe for a terminal; they mean the same. C1 has the terminal's commands too: U+009B
 * is what ESC [ is.
 */
export function printableJson(json: string): string {
  return json.replace(UNPRINTABLE_IN_JSON, unicodeEscape);
}

/** `\u202e`, as JSON writes it. */
function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
