/** Which names are one name to a disk. */
export interface Folding {
    /** `a` and `A`: macOS, Windows, CIFS, FAT, ext4 with casefold. */
    readonly letters: boolean;
    /** `é` as one character and as two: macOS, ext4 with casefold. */
    readonly forms: boolean;
}
/** Which names are one in the servers' folders. Asked once for each. */
export declare class Foldings {
    #private;
    /** @param root the folder that holds the servers' folders */
    constructor(root: string);
    /**
     * Makes a file in the server's folder, looks for its other spellings, and takes it away. In the folder above it as long as it is missing: a
     * new folder is like the one that it is made in. Where no file can be made each name is taken for its own: the first file says why.
     *
     * The file has one name in each place, so that the next run takes away what one that was killed has left.
     */
    in(server: string, folder: "there" | "missing"): Folding;
}
/** The same for all names that are one name to the disk; undefined where each name is its own. */
export declare function foldedName(name: string, { letters, forms }: Folding): string | undefined;
