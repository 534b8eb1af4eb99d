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
export function treeOf(files: readonly TreeFile[]): FolderNode {
  const root = emptyFolder();
  for (const file of files) plant(root, file);
  return root;
}

/** What lies at an absolute path (without `.` and `..`), or undefined. */
export function find(root: FolderNode, path: string): TreeNode | undefined {
  let node: TreeNode | undefined = root;
  for (const part of path.split("/")) {
    if (part !== "") node = node?.kind === "folder" ? node.entries.get(part) : undefined;
  }
  return node;
}

function plant(root: FolderNode, { path, bytes, modified }: TreeFile): void {
  if (!PLAIN_PATH.test(path)) throw new Error(`not a plain absolute path: ${JSON.stringify(path)}`);
  const folders = path.slice(1).split("/");
  const name = folders.pop() ?? "";
  let folder = root;
  touch(folder, modified);
  for (const part of folders) {
    const next = folder.entries.get(part) ?? emptyFolder();
    if (next.kind === "file") throw new Error(`a file, not a folder, on the way to ${JSON.stringify(path)}`);
    folder.entries.set(part, next);
    folder = next;
    touch(folder, modified);
  }
  if (folder.entries.has(name)) throw new Error(`there twice: ${JSON.stringify(path)}`);
  folder.entries.set(name, { kind: "file", bytes, modified });
}

/** `/a/b`: no empty part, no `.` or `..`, and no line ends or NUL, which FTP can't carry (RFC 959 5.3.2). */
const PLAIN_PATH = /^(?:\/(?!\.{1,2}(?:\/|$))[^/\r\n\0]+)+$/;

function emptyFolder(): FolderNode {
  return { kind: "folder", entries: new Map(), modified: new Date(0) };
}

function touch(folder: FolderNode, modified: Date): void {
  if (folder.modified < modified) folder.modified = modified;
}
