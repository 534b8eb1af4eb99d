/**
 * Brings files and their names onto the disk: a file that is there is of no use after a power cut if its folder does not know it. Folders
 * that were made are told, for those above them must know them, too.
 */
export declare class Durability {
    #private;
    /** All that was written to a file. Rejects with the system's error. */
    bytes(fd: number): Promise<void>;
    /** A folder has got a new folder in it. */
    changed(folder: string | Buffer): void;
    /** All that was told so far, and this folder. Rejects with the system's error. */
    names(folder: string | Buffer): Promise<void>;
}
