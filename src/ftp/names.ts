/**
 * Names on the wire are bytes. Inside this folder they are strings with one character a byte (latin1), so that nothing is lost;
 * above it they are text.
 */
export type WireName = string;

/** A name as text; `exact` is false when encoding the text does not give back the name's bytes. */
export function decodeName(wire: WireName): { text: string; exact: boolean } {
  if (isAscii(wire)) return { text: wire, exact: true };
  const bytes = Buffer.from(wire, "latin1");
  const text = bytes.toString("utf8");
  return { text, exact: Buffer.from(text, "utf8").equals(bytes) };
}

/** The bytes of a text, or of a name that came as base64 (`raw`). */
export function encodeName(text: string, raw?: string): WireName {
  if (raw !== undefined) return Buffer.from(raw, "base64").toString("latin1");
  return isAscii(text) ? text : Buffer.from(text, "utf8").toString("latin1");
}

/** Base64 of a name's bytes. */
export function rawName(wire: WireName): string {
  return Buffer.from(wire, "latin1").toString("base64");
}

function isAscii(text: string): boolean {
  return !/[^\u0000-\u007f]/.test(text);
}
