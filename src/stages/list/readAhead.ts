import { onSession } from "../onSession.ts";
import { type FolderRead, readFolder } from "./folderRead.ts";
import type { Folder } from "./foldersToWalk.ts";
import type { NameTwins } from "./nameTwins.ts";
import type { Shelf } from "./shelf.ts";
import { tooMuch } from "./tooMuch.ts";
import type { WalkRequest } from "./walkRequest.ts";

/** What a listing counts for beside its entries. */
const LISTING_BYTES = 2_000;

/** One more session is asked for where it would have so many folders to list: to log in takes about as long as to list one. */
const FOLDERS_A_SESSION = 4;

/**
 * Lists folders before their turn comes, on sessions that the walk may have and does not use: over a link with latency a walk of many folders
 * takes as many times less as it has sessions. Nothing depends on it: what fails, is not whole or is too much in any way
 * counts as not begun, and is listed in its turn, with all the tries that it may have.
 */
export class ReadAhead {
  readonly #request: WalkRequest;
  readonly #shelf: Shelf;
  readonly #twins: () => NameTwins;
  readonly #stop = new AbortController();
  readonly #signal: AbortSignal;
  #running = 0;
  /** As many as were thought to be worth it some time, the one that lists in turn among them. */
  #sessions = 1;
  /** What listings have of memory that nobody has taken yet; one that is running counts with all that it may have. */
  #bytes = 0;

  constructor(request: WalkRequest, shelf: Shelf, twins: () => NameTwins) {
    this.#request = request;
    this.#shelf = shelf;
    this.#twins = twins;
    this.#signal = AbortSignal.any([request.signal, this.#stop.signal]);
  }

  /** Whether there are a session and room for one more. `waiting`: folders that nobody has begun with. */
  mayBegin(waiting: number): boolean {
    const { foldersAtOnce } = this.#request;
    const worthIt = Math.min(foldersAtOnce, 1 + Math.floor(waiting / FOLDERS_A_SESSION));
    this.#sessions = Math.max(this.#sessions, worthIt);
    const { mostEach, most } = this.#shelf.aheadBytes;
    return this.#running < this.#sessions && this.#bytes + mostEach <= most && !this.#signal.aborted;
  }

  /** Counts the session of a listing that is in turn. */
  async beside<T>(listing: Promise<T>): Promise<T> {
    this.#running++;
    try {
      return await listing;
    } finally {
      this.#running--;
    }
  }

  /**
   * Lists a folder of no more than `mostEntries`. What it gives is to be told to `taken`; undefined: nothing came of it. Never rejects.
   *
   * @param done called when it is listed, and its session free
   */
  async list(folder: Folder, mostEntries: number, done: () => void): Promise<FolderRead | undefined> {
    const { mostEach } = this.#shelf.aheadBytes;
    this.#running++;
    this.#bytes += mostEach;
    const read = await this.#read(folder, mostEntries);
    this.#running--;
    this.#bytes += (read === undefined ? 0 : bytesOf(read)) - mostEach;
    // Else the walk may need the session now, for the same folder.
    if (read !== undefined) done();
    return read;
  }

  /** A listing is the walk's now. */
  taken(read: FolderRead): void {
    this.#bytes -= bytesOf(read);
  }

  /** Ends what is running. */
  close(): void {
    this.#stop.abort();
  }

  async #read({ path }: Folder, mostEntries: number): Promise<FolderRead | undefined> {
    const { pool, settings } = this.#request;
    const gathered = { entries: this.#shelf.entriesAhead(), twins: this.#twins() };
    const admit = (before: number) => {
      if (before >= mostEntries || this.#signal.aborted) throw tooMuch("too much to be listed before its turn");
    };
    const work = { pool, settings: { ...settings, retries: 0 }, signal: this.#signal };
    try {
      const listing = await onSession(work, (session) => readFolder(session, path, gathered, this.#shelf, admit));
      if (listing.incomplete === undefined) return { ...gathered, listing };
    } catch {
      // Of whatever kind: in its turn it comes again, and is told.
    }
    gathered.entries.clear();
    return undefined;
  }
}

function bytesOf({ entries }: FolderRead): number {
  return LISTING_BYTES + entries.memoryBytes;
}
