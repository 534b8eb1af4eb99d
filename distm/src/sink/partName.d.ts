/** Whose part file of which file it is, as its name says. */
export interface PartName {
    /** Of the file's name and version; a number of its process where there is no version. */
    readonly digest: string;
    /** Eight hex digits of the process that made it; undefined in names that earlier versions of ours gave. */
    readonly owner: string | undefined;
}
/** What tells a part file from those of other files of its folder and of other versions of the same file. */
export declare function partDigest(name: string, version: string, copy: number): string;
export declare function partName({ digest, owner }: PartName): string;
/** Undefined if it is no part file's name. */
export declare function readPartName(name: string): PartName | undefined;
