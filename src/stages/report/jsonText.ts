import { UNPRINTABLE, unicodeEscape } from "../../records/printable.ts";

/** JSON that a terminal can be shown: what is unprintable and JSON leaves raw is escaped, too. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(UNPRINTABLE, unicodeEscape);
}

/** The items of a JSON array, without its brackets, in pieces. */
export function* jsonItems(items: readonly unknown[]): Generator<string> {
  for (let from = 0; from < items.length; from += ITEMS_A_PIECE) {
    const piece = items.slice(from, from + ITEMS_A_PIECE);
    yield `${from === 0 ? "" : ","}${jsonText(piece).slice(1, -1)}`;
  }
}

/** Some 50 KB of text. */
const ITEMS_A_PIECE = 1_000;
