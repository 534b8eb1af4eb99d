/** How paths are spelled as strings: as text, or one character a byte for names whose bytes are no UTF-8. */
export type Spelling = "utf8" | "latin1";
/**
 * The folders below a root, each a real one: files never land elsewhere through a link that lies there. Folders that were
 * looked at are remembered, so that a file costs no look at its folders. (Whoever swaps a folder for a link while the
 * harvest runs is not stopped.)
 */
export declare class RealFolders {
    #private;
    /**
     * @param root an absolute path without a `/` at its end, in the given spelling; trusted as it is
     * @param gotFolder called after a folder was made, with the one that it was made in
     */
    constructor(root: string, spelling: Spelling, gotFolder?: (above: string | Buffer) => void);
    /** The path as `node:fs` must be given it. */
    onDisk(path: string): string | Buffer;
    /** The path as people read it. */
    shown(path: string): string;
    /** Makes the folder and those above it, as far as they are missing. Throws a `Fault` if something else lies there. */
    make(folder: string): void;
    /** Whether the folder is there. Throws a `Fault` if something else lies there. */
    has(folder: string): boolean;
    /** Whether it was missing and `make` has made it, as far as is remembered. */
    hasMade(folder: string): boolean;
    /** Forgets what was seen: somebody has taken folders away. */
    forget(): void;
}
