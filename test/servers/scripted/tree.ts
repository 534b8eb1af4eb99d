import type { Script, ScriptedFile } from "./script.ts";

/** 2026-01-02T03:04:05Z */
const MODIFIED = "20260102030405";

interface Node {
  readonly bytes: Buffer;
  readonly size: number;
  readonly modified: string;
}

/** The files and folders of a script, and how they are listed. */
export class ScriptedTree {
  readonly #files = new Map<string, Node>();
  readonly #folders = new Set<string>(["/"]);
  readonly #script: Script;

  constructor(script: Script) {
    this.#script = script;
    for (const [path, file] of Object.entries(script.files ?? {})) this.#add(path, file);
    const folders = [script.folders ?? [], Object.keys(script.list ?? {}), Object.keys(script.mlsd ?? {})];
    for (const path of folders.flat()) this.#addFolder(path);
  }

  file(path: string): Node | undefined {
    return this.#files.get(path);
  }

  hasFolder(path: string): boolean {
    return this.#folders.has(path);
  }

  /** Lines of LIST, in the form of `ls -l`; of a file its own line. */
  list(path: string): readonly string[] | undefined {
    return this.#script.list?.[path] ?? this.#lines(path, unixLine);
  }

  /** Lines of MLSD (RFC 3659, 7). */
  mlsd(path: string): readonly string[] | undefined {
    return this.#script.mlsd?.[path] ?? (this.hasFolder(path) ? this.#lines(path, factsLine) : undefined);
  }

  #add(path: string, file: string | Uint8Array | ScriptedFile): void {
    const { bytes, size, modified }: ScriptedFile =
      typeof file === "string" || file instanceof Uint8Array ? { bytes: file } : file;
    const content = typeof bytes === "string" ? Buffer.from(bytes, "latin1") : Buffer.from(bytes);
    this.#files.set(path, { bytes: content, size: size ?? content.length, modified: modified ?? MODIFIED });
    this.#addFolder(parentOf(path));
  }

  #addFolder(path: string): void {
    for (let folder = path; !this.#folders.has(folder); folder = parentOf(folder)) this.#folders.add(folder);
  }

  #lines(path: string, line: (name: string, file: Node | undefined) => string): string[] | undefined {
    const file = this.#files.get(path);
    if (file !== undefined) return [line(nameOf(path), file)];
    if (!this.#folders.has(path)) return undefined;
    const inside = [...this.#folders, ...this.#files.keys()].filter((one) => one !== "/" && parentOf(one) === path);
    return inside.map((one) => line(nameOf(one), this.#files.get(one)));
  }
}

function unixLine(name: string, file: Node | undefined): string {
  const mode = file === undefined ? "drwxr-xr-x" : "-rw-r--r--";
  return `${mode} 1 ftp ftp ${file?.size ?? 4096} ${unixDate(file?.modified ?? MODIFIED)} ${name}`;
}

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** With the year, as `ls -l` does for what is older than half a year: right whenever the test runs. */
function unixDate(modified: string): string {
  const month = MONTHS[Number(modified.slice(4, 6)) - 1];
  return `${month} ${modified.slice(6, 8)}  ${modified.slice(0, 4)}`;
}

function factsLine(name: string, file: Node | undefined): string {
  if (file === undefined) return `type=dir;modify=${MODIFIED}; ${name}`;
  return `type=file;size=${file.size};modify=${file.modified}; ${name}`;
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
