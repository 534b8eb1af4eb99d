import { lstatSync, mkdirSync, type Stats } from "node:fs";
import { errorCode } from "../records/errorCode.ts";
import { Fault } from "../records/fault.ts";
import { printable } from "../records/printable.ts";
import { diskFault } from "./diskFault.ts";

/** How paths are spelled as strings: as text, or one character a byte for names whose bytes are no UTF-8. */
export type Spelling = "utf8" | "latin1";

/**
 * The folders below a root, each a real one: files never land elsewhere through a link that lies there. Folders that were
 * looked at are remembered, so that a file costs no look at its folders. (Whoever swaps a folder for a link while the
 * harvest runs is not stopped.)
 */
export class RealFolders {
  readonly #root: string;
  readonly #spelling: Spelling;
  readonly #gotFolder: (above: string | Buffer) => void;
  readonly #real = new Map<string, "found" | "made">();

  /**
   * @param root an absolute path without a `/` at its end, in the given spelling; trusted as it is
   * @param gotFolder called after a folder was made, with the one that it was made in
   */
  constructor(root: string, spelling: Spelling, gotFolder: (above: string | Buffer) => void = () => {}) {
    this.#root = root;
    this.#spelling = spelling;
    this.#gotFolder = gotFolder;
  }

  /** The path as `node:fs` must be given it. */
  onDisk(path: string): string | Buffer {
    return this.#spelling === "utf8" ? path : Buffer.from(path, "latin1");
  }

  /** The path as people read it. */
  shown(path: string): string {
    return this.#spelling === "utf8" ? path : Buffer.from(path, "latin1").toString();
  }

  /** Makes the folder and those above it, as far as they are missing. Throws a `Fault` if something else lies there. */
  make(folder: string): void {
    if (!this.#real.has(folder)) this.#walk(folder, (path) => (this.#isReal(path) ? "found" : this.#makeOne(path)));
  }

  /** Whether the folder is there. Throws a `Fault` if something else lies there. */
  has(folder: string): boolean {
    return this.#real.has(folder) || this.#walk(folder, (path) => (this.#isReal(path) ? "found" : undefined));
  }

  /** Whether nothing lay in it before: `make` has made it, or the nearest one above it that is remembered, inside which it is still missing. */
  isNew(folder: string): boolean {
    for (let path = folder; path.length > this.#root.length; path = path.slice(0, path.lastIndexOf("/"))) {
      const how = this.#real.get(path);
      if (how !== undefined) return how === "made";
    }
    return false;
  }

  /** Forgets what was seen: somebody has taken folders away. */
  forget(): void {
    this.#real.clear();
  }

  /** From the root down, until a folder is not there. */
  #walk(folder: string, there: (path: string) => "found" | "made" | undefined): boolean {
    for (let end = this.#root.length; end < folder.length; ) {
      const slash = folder.indexOf("/", end + 1);
      end = slash === -1 ? folder.length : slash;
      const path = folder.slice(0, end);
      if (this.#real.has(path)) continue;
      const how = there(path);
      if (how === undefined) return false;
      this.#remember(path, how);
    }
    return true;
  }

  #remember(path: string, how: "found" | "made"): void {
    // Listings come folder by folder, so an old one is rarely asked for again.
    if (this.#real.size >= MOST_REMEMBERED) this.#real.clear();
    this.#real.set(path, how);
  }

  #isReal(path: string): boolean {
    const stats = this.#look(path);
    if (stats === undefined) return false;
    if (stats.isDirectory()) return true;
    const shown = printable(this.shown(path));
    if (!stats.isSymbolicLink())
      throw new Fault("disk", `${shown}: a file lies where a folder should be: move it away`);
    const mend = "remove the link, or put a real folder (or a mount) in its place";
    throw new Fault("unsafe_name", `${shown} is a symbolic link, and files are never written through one: ${mend}`);
  }

  #look(path: string): Stats | undefined {
    try {
      return lstatSync(this.onDisk(path), { throwIfNoEntry: false });
    } catch (error) {
      throw diskFault(error, this.shown(path));
    }
  }

  #makeOne(path: string): "found" | "made" | undefined {
    try {
      mkdirSync(this.onDisk(path));
      this.#gotFolder(this.onDisk(path.slice(0, path.lastIndexOf("/")) || "/"));
      return "made";
    } catch (error) {
      // Another process of this run may have been faster.
      if (errorCode(error) === "EEXIST") return this.#isReal(path) ? "found" : undefined;
      throw diskFault(error, this.shown(path));
    }
  }
}

/** Per sink and spelling; some 150 bytes each. */
const MOST_REMEMBERED = 1024;
