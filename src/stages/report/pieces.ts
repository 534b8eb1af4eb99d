/** Characters from which on a piece is handed on. */
const PIECE = 32 * 1024;

/** Joins short texts to pieces that are worth a write. */
export function* inPieces(texts: Iterable<string>): Generator<string, void> {
  let piece = "";
  for (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}
