import { printableJson } from "../../records/printable.ts";

/** JSON that a terminal can be shown: what is unprintable and JSON leaves raw is escaped, too. */
export function jsonText(value: unknown): string {
  return printableJson(JSON.stringify(value));
}

/** The items of a JSON array, without its brackets, in pieces. */
export function* jsonItems(items: Iterable<unknown>): Generator<string, void> {
  let before = "";
  let piece: unknown[] = [];
  for (const item of items) {
    if (piece.push(item) < ITEMS_A_PIECE) continue;
    yield before + jsonText(piece).slice(1, -1);
    before = ",";
    piece = [];
  }
  if (piece.length > 0) yield before + jsonText(piece).slice(1, -1);
}

/** Some 10 KB of text: one call for each item would take twice as long. */
const ITEMS_A_PIECE = 200;
