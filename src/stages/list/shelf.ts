import { DiskBudget } from "../../flow/diskBudget.ts";
import { BLOCK_BYTES, SpillFile } from "../../flow/spillFile.ts";
import type { Entry } from "../../ftp/listing/entry.ts";
import { Backlog } from "./backlog.ts";
import type { Folder } from "./foldersToWalk.ts";

/** Bytes that a walk holds at most of what it has read. */
export interface ShelfLimits {
  /** Of the entries of the folder in hand, in memory; as much again for those of folders that were listed before their turn. */
  readonly entriesInMemory: number;
  /** Of all folders that are still to be walked, in memory. */
  readonly foldersInMemory: number;
  /** Of a directory's entries, on disk; as much again for all folders that are still to be walked. */
  readonly onDisk: number;
}

/** 1 GiB is some ten million entries; a real directory has fewer, and the listing of a hostile server ends there. */
const LIMITS: ShelfLimits = {
  entriesInMemory: 8 * 1024 ** 2,
  foldersInMemory: 2 * 1024 ** 2,
  onDisk: 1024 ** 3,
};

/** So many folders may be listed at once before their turn, each of a thousand entries and more; of smaller ones, more of them. */
const AHEAD_AT_ONCE = 8;

/** Of all walks of this process: many servers may be hostile at once, and the disk is one. */
const ALL_ON_DISK = new DiskBudget(4 * 1024 ** 3);

/**
 * Where a walk puts what it has read and its reader has not taken yet. A million sub-folders in one folder are as possible as a
 * million files, and strings in an array would be hundreds of megabytes: both wait in the same way. One file for each walk, so that
 * the disk has its space back as soon as a walk has nothing on it.
 */
export class Shelf {
  readonly #file: SpillFile;
  readonly #limits: ShelfLimits;
  readonly #budget: DiskBudget;
  /** What the disk said when it took no more. */
  #diskSays: string | undefined;

  /** `folder`: absolute, made when needed. */
  constructor(folder: string, limits: ShelfLimits = LIMITS, budget = ALL_ON_DISK) {
    this.#limits = limits;
    this.#budget = budget;
    const note = (message: string) => {
      this.#diskSays = message;
    };
    this.#file = new SpillFile(folder, 2 * limits.onDisk, { note, budget });
  }

  entries(): Backlog<Entry> {
    const { entriesInMemory: memoryBytes, onDisk: diskBytes } = this.#limits;
    return new Backlog({ file: this.#file, bytesOf: bytesOfEntry, memoryBytes, diskBytes });
  }

  /** For a folder that is listed before its turn: the disk is for those whose turn it is. */
  entriesAhead(): Backlog<Entry> {
    const memoryBytes = this.aheadBytes.mostEach;
    return new Backlog({ file: this.#file, bytesOf: bytesOfEntry, memoryBytes, diskBytes: 0 });
  }

  /** Of memory: what the entries of all folders may have that were listed before their turn, and those of one. */
  get aheadBytes(): { readonly most: number; readonly mostEach: number } {
    const most = this.#limits.entriesInMemory;
    return { most, mostEach: most / AHEAD_AT_ONCE };
  }

  /** For the sub-folders of one folder. `before`: the bytes of memory that others still to be walked have. */
  folders(before: number): Backlog<Folder> {
    const { foldersInMemory, onDisk: diskBytes } = this.#limits;
    const memoryBytes = foldersInMemory - before;
    return new Backlog({ file: this.#file, bytesOf: bytesOfFolder, memoryBytes, diskBytes });
  }

  /** Why a backlog takes no more. */
  get refusal(): string {
    if (this.#diskSays !== undefined) return this.#diskSays;
    if (this.#budget.lacks(BLOCK_BYTES)) return `${this.#budget.bytes} bytes on disk wait already, of all servers`;
    return `${this.#limits.onDisk} bytes on disk wait already`;
  }

  /** What is left is lost. */
  close(): void {
    this.#file.close();
  }
}

/**
 * Besides the names. Measured in Node 20: 520 to 820 bytes for an entry of MLSD, 230 for one of LIST; the names of a listing hold on to the
 * text that they were cut from.
 */
const ITEM_BYTES = 600;

function bytesOfEntry({ name, target = "" }: Entry): number {
  return ITEM_BYTES + name.length + target.length;
}

function bytesOfFolder({ path, real, through }: Folder): number {
  return through.reduce((sum, { length }) => sum + length, ITEM_BYTES + path.length + real.length);
}
