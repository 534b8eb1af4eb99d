import { Fifo } from "../../flow/fifo.ts";
import type { WireName } from "../../ftp/names.ts";
import type { Backlog } from "./backlog.ts";
import type { ReadBefore } from "./folderRead.ts";

/** A folder still to be listed. */
export interface Folder {
  readonly path: WireName;
  readonly depth: number;
  /** Where it really is, as far as is known: differs from `path` behind links. */
  readonly real: WireName;
  /** The real folders in which the links lie that led here. */
  readonly through: readonly WireName[];
}

/** A folder whose turn it is. */
export interface NextFolder {
  readonly folder: Folder;
  /** Its listing, where that was begun before its turn. Never rejects. */
  readonly begun?: Promise<ReadBefore>;
}

/** The folders that lie in one folder. */
interface Level {
  /** Those that are being listed before their turn; they come before `rest`. */
  readonly begun: Fifo<NextFolder>;
  readonly rest: Backlog<Folder>;
}

/** The folders that a walk has before it: those of the folder that was listed last come first, each folder's in its listing's order. */
export class FoldersToWalk {
  /** One for each level of the tree above the folder in hand, none of them empty: as many as a tree may be deep. */
  readonly #levels: Level[] = [];

  get none(): boolean {
    return this.#levels.length === 0;
  }

  /** Those that nobody has begun with. */
  get waiting(): number {
    return this.#levels.reduce((sum, { rest }) => sum + rest.length, 0);
  }

  /** What they have of memory, at most. */
  get bytes(): number {
    return this.#levels.reduce((sum, { rest }) => sum + rest.memoryBytes, 0);
  }

  /** All that are in one folder. */
  push(folders: Backlog<Folder>): void {
    if (folders.length > 0) this.#levels.push({ begun: new Fifo(), rest: folders });
  }

  /** Throws a `Fault` `disk` when it can't be read back. */
  shift(): NextFolder | undefined {
    const level = this.#levels.at(-1);
    if (level === undefined) return undefined;
    const next = level.begun.shift() ?? nextOf(level.rest);
    if (level.begun.length === 0 && level.rest.length === 0) this.#levels.pop();
    return next;
  }

  /**
   * Has one listed before its turn: the one that comes soonest, as far as can be told, of those that wait in memory. No more than `most` of one
   * folder are begun, so that those in the next ones find room. False where there is none.
   */
  begin(most: number, list: (folder: Folder) => Promise<ReadBefore>): boolean {
    const level = this.#levels.findLast(({ begun, rest }) => begun.length < most && rest.inMemory > 0);
    const folder = level?.rest.shift();
    if (level === undefined || folder === undefined) return false;
    level.begun.push({ folder, begun: list(folder) });
    return true;
  }
}

function nextOf(rest: Backlog<Folder>): NextFolder | undefined {
  const folder = rest.shift();
  return folder === undefined ? undefined : { folder };
}
