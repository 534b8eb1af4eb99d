/** JSON that a terminal can be shown: what JSON itself leaves raw of control characters and turners of text is escaped, too. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
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
