import type { WireName } from "../../ftp/names.ts";
import type { Backlog } from "./backlog.ts";

/** A folder still to be listed. */
export interface Folder {
  readonly path: WireName;
  readonly depth: number;
  /** Where it really is, as far as is known: differs from `path` behind links. */
  readonly real: WireName;
  /** The real folders in which the links lie that led here. */
  readonly through: readonly WireName[];
}

/** The folders that a walk has before it: those of the folder that was listed last come first, each folder's in its listing's order. */
export class FoldersToWalk {
  /** One for each level of the tree above the folder in hand, none of them empty: as many as a tree may be deep. */
  readonly #levels: Backlog<Folder>[] = [];

  get none(): boolean {
    return this.#levels.length === 0;
  }

  /** What they have of memory, at most. */
  get bytes(): number {
    return this.#levels.reduce((sum, { memoryBytes }) => sum + memoryBytes, 0);
  }

  /** All that are in one folder. */
  push(folders: Backlog<Folder>): void {
    if (folders.length > 0) this.#levels.push(folders);
  }

  /** Throws a `Fault` `disk` when it can't be read back. */
  shift(): Folder | undefined {
    const level = this.#levels.at(-1);
    const folder = level?.shift();
    if (level?.length === 0) this.#levels.pop();
    return folder;
  }
}
