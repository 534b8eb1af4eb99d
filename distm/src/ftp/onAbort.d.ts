/**
 * Calls `abandon` when a signal is aborted, at once if it is already. Returns how to stop listening. One signal may stand for a
 * whole harvest, and everything in it listens for as long as it lasts: they share one listener of Node's: one of its own for each file is slow to add and take off.
 */
export declare function onAbort(signal: AbortSignal, abandon: () => void): () => void;
