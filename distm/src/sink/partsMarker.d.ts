/**
 * What earlier runs may have left of a server's files: part files whose bytes can be relied on, or some of which nobody knows what a crash
 * of the whole system made of them.
 */
export type LeftParts = "none" | "trusted" | "doubtful";
/**
 * Notes beside a lock that part files were left: the file `.<server>.fh-parts`, with the boot that they are of. A note of another boot makes
 * them doubtful. Nothing happens where it can't be written: then they are not found.
 */
export declare function noteParts(path: string, boot: string): void;
/**
 * Reads the note and takes it away, `ours` being the boot of now. One that makes them doubtful stays until `endDoubt`: if this run does not look through all of them, the
 * next one must not trust the rest.
 */
export declare function takeNote(path: string, ours: string): LeftParts;
/** Takes a note away that made part files doubtful: all of them were looked through. Not if another one was written meanwhile. Never throws. */
export declare function endDoubt(path: string): void;
