/** A file of a demo server: absolute path there, bytes, time of its last change. */
export interface TreeFile {
    readonly path: string;
    readonly bytes: Uint8Array;
    readonly modified: Date;
}
export interface FileNode {
    readonly kind: "file";
    readonly bytes: Uint8Array;
    readonly modified: Date;
}
export interface FolderNode {
    readonly kind: "folder";
    readonly entries: Map<string, TreeNode>;
    /** That of the newest file below it. */
    modified: Date;
}
/** Files and folders as a server walks them. Held in memory: a demo's data is small, and nothing has to be cleaned up. */
export type TreeNode = FileNode | FolderNode;
/** Builds the folders that the files' paths imply. A path that is no plain absolute one, or is taken, is a bug and throws. */
export declare function treeOf(files: readonly TreeFile[]): FolderNode;
/** What lies at an absolute path (without `.` and `..`), or undefined. */
export declare function find(root: FolderNode, path: string): TreeNode | undefined;
