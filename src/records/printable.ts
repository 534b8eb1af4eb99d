/** What must not reach a terminal raw: control characters (C0, DEL, C1), line and paragraph separators, marks that turn text. */
export const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text of servers and file names, made safe for a terminal: what it must not be shown is written as escapes. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => ESCAPES[character] ?? escaped(character));
}

const ESCAPES: Readonly<Record<string, string>> = { "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function escaped(character: string): string {
  const code = character.charCodeAt(0);
  return code < 256 ? `\\x${code.toString(16).padStart(2, "0")}` : unicodeEscape(character);
}

/** `\u202e`, as JSON writes it. */
export function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
