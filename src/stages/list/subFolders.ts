import type { WireName } from "../../ftp/names.ts";
import type { Fault } from "../../records/fault.ts";
import type { Backlog } from "./backlog.ts";
import type { Folder } from "./foldersToWalk.ts";
import type { Shelf } from "./shelf.ts";
import { tooMuch } from "./tooMuch.ts";

/** Which folders a walk goes into. */
export interface Reach {
  /** The configured paths: each is walked by itself, also where one lies in another. */
  readonly roots: ReadonlySet<WireName>;
  /** Folders deep, by choice. */
  readonly depth: number;
  /** Folders deep; a tree that is deeper could not be listed to its end. */
  readonly max_depth: number;
}

/** The folders that lie in one folder, gathered while its entries are looked at. */
export class SubFolders {
  readonly toWalk: Backlog<Folder>;
  readonly #reach: Reach;
  readonly #shelf: Shelf;
  #tooDeep = 0;
  /** Those that nobody has room for. */
  #unwalked = 0;

  /** `before`: the bytes of memory that the folders have that are still to be walked. */
  constructor(reach: Reach, shelf: Shelf, before: number) {
    this.#reach = reach;
    this.#shelf = shelf;
    this.toWalk = shelf.folders(before);
  }

  add(folder: Folder): void {
    const { roots, depth, max_depth } = this.#reach;
    if (folder.depth > depth || roots.has(folder.path)) return;
    if (folder.depth > max_depth) this.#tooDeep++;
    else if (!this.toWalk.push(folder)) this.#unwalked++;
  }

  /** Why some of them will not be walked: one fault a reason, for there may be millions. */
  *faults(): Generator<Fault, void> {
    if (this.#tooDeep > 0) {
      const why = `${this.#tooDeep} more folders in it are deeper than \`max_depth\` (${this.#reach.max_depth}) allows`;
      yield tooMuch(why);
    }
    if (this.#unwalked > 0) {
      const why = `${this.#unwalked} more folders in it than there is room for: ${this.#shelf.refusal}`;
      yield tooMuch(why);
    }
  }
}
