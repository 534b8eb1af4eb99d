/** Joins short texts to pieces that are worth a write. */
export declare function inPieces(texts: Iterable<string>): Generator<string, void>;
