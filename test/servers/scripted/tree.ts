import type { TreeChange } from "./fault.ts";
import { factsLine, unixLine } from "./listLines.ts";
import type { Script } from "./script.ts";
import { type FileVersion, fileOf, ServedFile, type ServedVersion, versionOf } from "./servedFile.ts";

/** What is in a folder: absolute paths. */
interface Folder {
  readonly folders: Set<string>;
  readonly files: Set<string>;
}

/** The files and folders of a script as they are now, how they are listed, and what they were before. */
export class ScriptedTree {
  readonly #files = new Map<string, ServedFile>();
  readonly #folders = new Map<string, Folder>([["/", { folders: new Set(), files: new Set() }]]);
  readonly #versions = new Map<string, ServedVersion[]>();
  readonly #script: Script;

  constructor(script: Script) {
    this.#script = script;
    for (const [path, file] of Object.entries(script.files ?? {})) this.#put(path, fileOf(file));
    const folders = [script.folders ?? [], Object.keys(script.list ?? {}), Object.keys(script.mlsd ?? {})];
    for (const path of folders.flat()) this.#addFolder(path);
  }

  file(path: string): ServedFile | undefined {
    return this.#files.get(path);
  }

  hasFolder(path: string): boolean {
    return this.#folders.has(path);
  }

  /** Every content that a path ever had, oldest first. */
  versions(path: string): readonly FileVersion[] {
    return this.#versions.get(path) ?? [];
  }

  /** Paths of all files that there ever were. */
  paths(): readonly string[] {
    return [...this.#versions.keys()];
  }

  /** Lets a file come, change or go. Folders that were there stay. */
  change(path: string, change: TreeChange): void {
    const file = this.#files.get(path);
    if (file !== undefined) file.now.went = performance.now();
    if (change === null) this.#remove(path);
    else if (change.inPlace && file !== undefined) file.overwrite(this.#note(path, versionOf(change)));
    else this.#put(path, new ServedFile(versionOf(change)));
  }

  /** Lines of LIST, in the form of `ls -l`; of a file its own line. */
  list(path: string): readonly string[] | undefined {
    const times = this.#script.listTimes ?? "days";
    return this.#script.list?.[path] ?? this.#lines(path, (name, file) => unixLine(name, file, times));
  }

  /** Lines of MLSD (RFC 3659, 7). */
  mlsd(path: string): readonly string[] | undefined {
    return this.#script.mlsd?.[path] ?? (this.hasFolder(path) ? this.#lines(path, factsLine) : undefined);
  }

  /** The line of MLST (RFC 3659, 7), with the whole path. */
  mlst(path: string): string | undefined {
    const file = this.#files.get(path);
    return file === undefined && !this.hasFolder(path) ? undefined : factsLine(path, file);
  }

  /** Lines of NLST; of a file its own name. */
  names(path: string): readonly string[] | undefined {
    return this.#lines(path, (name) => name);
  }

  #put(path: string, file: ServedFile): void {
    this.#note(path, file.now);
    this.#files.set(path, file);
    this.#addFolder(parentOf(path));
    this.#folders.get(parentOf(path))?.files.add(path);
  }

  #remove(path: string): void {
    this.#files.delete(path);
    this.#folders.get(parentOf(path))?.files.delete(path);
  }

  #note(path: string, version: ServedVersion): ServedVersion {
    const before = this.#versions.get(path);
    if (before === undefined) this.#versions.set(path, [version]);
    else before.push(version);
    return version;
  }

  #addFolder(path: string): void {
    if (this.#folders.has(path)) return;
    this.#folders.set(path, { folders: new Set(), files: new Set() });
    this.#addFolder(parentOf(path));
    this.#folders.get(parentOf(path))?.folders.add(path);
  }

  #lines(path: string, line: (name: string, file: ServedFile | undefined) => string): string[] | undefined {
    const file = this.#files.get(path);
    if (file !== undefined) return [line(nameOf(path), file)];
    const folder = this.#folders.get(path);
    if (folder === undefined) return undefined;
    return [...folder.folders, ...folder.files].map((one) => line(nameOf(one), this.#files.get(one)));
  }
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/")) || "/";
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** An absolute path without `.`, `..` and doubled slashes, seen from a folder. */
export function resolvePath(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith("/") ? path : `${folder}/${path}`).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}
