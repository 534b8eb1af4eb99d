import type { RealFolders } from "./realFolders.ts";
interface FolderOfPart {
    readonly folders: RealFolders;
    readonly folder: string;
}
/**
 * A part file that was not there before, and the folders above it. Throws the system's error.
 *
 * @param name for the first, second … one of the same file on its way at the same time
 */
export declare function createPart({ folders, folder }: FolderOfPart, name: (copy: number) => string): {
    fd: number;
    path: string;
    copy: number;
};
/** A part file that was kept, with as many bytes as it had. Throws a `Fault` if it is not that any more. */
export declare function reopenPart(path: string | Buffer, shown: string, held: number): number;
/** Bytes of a part file; undefined if it is gone, or something else. Never throws. */
export declare function partSize(path: string | Buffer): number | undefined;
export {};
