/** A file that could not be read, in words that follow its name: "there is no such file". */
export declare class UnreadableFile extends Error {
    readonly name = "UnreadableFile";
}
/**
 * A whole file (or pipe), not longer than `most` bytes. Throws an `UnreadableFile`.
 */
export declare function readSmallFile(path: string, most: number): Buffer;
