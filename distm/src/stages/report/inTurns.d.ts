/** Does long work piece by piece, `yield` by `yield`: others get their turn between two of them. */
export declare function inTurns<T>(work: Generator<void, T, void>): Promise<T>;
