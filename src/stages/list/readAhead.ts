import type { Code } from "../../records/codes.ts";
import { Fault } from "../../records/fault.ts";
import { onSession } from "../onSession.ts";
import { type FolderRead, type ReadBefore, readFolder } from "./folderRead.ts";
import type { Folder } from "./foldersToWalk.ts";
import type { NameTwins } from "./nameTwins.ts";
import type { Shelf } from "./shelf.ts";
import { tooMuch } from "./tooMuch.ts";
import type { WalkRequest } from "./walkRequest.ts";

/** What a listing counts for beside its entries. */
const LISTING_BYTES = 2_000;

/** One more session is asked for where it would have so many folders to list: to log in takes about as long as to list one. */
const FOLDERS_A_SESSION = 4;

/** So many listings may come to nothing; then the rest of the walk goes folder by folder. */
const FEW_IN_VAIN = 3;

/** What a folder that is not there or may not be read is answered with, however often it is asked for. */
const FINAL: readonly Code[] = ["not_found", "denied"];

/**
 * Lists folders before their turn comes, on sessions that the walk may have and does not use: over a link with latency a walk of many folders
 * takes as many times less as it has sessions. Nothing depends on it: what is no final answer, is not whole or is too much in any
 * way counts as not begun, and is listed in its turn, with all the tries that it may have.
 */
export class ReadAhead {
  readonly #request: WalkRequest;
  readonly #shelf: Shelf;
  readonly #twins: () => NameTwins;
  readonly #stop = new AbortController();
  readonly #signal: AbortSignal;
  /** Listings under way, the one that is in turn among them. */
  #listing = 0;
  /** As many at once as were thought to be worth it some time. */
  #worthIt = 1;
  #inVain = 0;
  /** What listings have of memory that nobody has taken yet; one that is under way counts with all that it may have. */
  #bytes = 0;

  constructor(request: WalkRequest, shelf: Shelf, twins: () => NameTwins) {
    this.#request = request;
    this.#shelf = shelf;
    this.#twins = twins;
    this.#signal = AbortSignal.any([request.signal, this.#stop.signal]);
  }

  /** Tells how many folders wait that nobody has begun with. */
  expect(waiting: number): void {
    const worthIt = Math.min(this.#request.foldersAtOnce, 1 + Math.floor(waiting / FOLDERS_A_SESSION));
    this.#worthIt = Math.max(this.#worthIt, worthIt);
  }

  /** Whether there are a session and room for one more. */
  get mayBegin(): boolean {
    const { mostEach, most } = this.#shelf.aheadBytes;
    if (this.#inVain >= FEW_IN_VAIN || this.#signal.aborted) return false;
    return this.#listing < this.#worthIt && this.#bytes + mostEach <= most;
  }

  /** Counts the session of a listing that is in turn. */
  async beside<T>(listing: Promise<T>): Promise<T> {
    this.#listing++;
    try {
      return await listing;
    } finally {
      this.#listing--;
    }
  }

  /**
   * Lists a folder of no more than `mostEntries`. What it gives is to be told to `taken`; a fault is final; undefined: nothing came of it.
   * Never rejects.
   *
   * @param done called when it is listed, and its session free
   */
  async list(folder: Folder, mostEntries: number, done: () => void): Promise<ReadBefore> {
    const { mostEach } = this.#shelf.aheadBytes;
    this.#listing++;
    this.#bytes += mostEach;
    const read = await this.#read(folder, mostEntries);
    this.#listing--;
    this.#bytes += bytesOf(read) - mostEach;
    if (read === undefined) this.#inVain++;
    // Else the walk may need the session now, for the same folder.
    else done();
    return read;
  }

  /** A listing is the walk's now. */
  taken(read: FolderRead): void {
    this.#bytes -= bytesOf(read);
  }

  /** Ends what is under way. */
  close(): void {
    this.#stop.abort();
  }

  async #read({ path }: Folder, mostEntries: number): Promise<ReadBefore> {
    const { pool, settings } = this.#request;
    const gathered = { entries: this.#shelf.entriesAhead(), twins: this.#twins() };
    const admit = (before: number) => {
      if (before >= mostEntries || this.#signal.aborted) throw tooMuch("too much to be listed before its turn");
    };
    const work = { pool, settings: { ...settings, retries: 0 }, signal: this.#signal };
    try {
      const listing = await onSession(work, (session) => readFolder(session, path, gathered, this.#shelf, admit));
      if (listing.incomplete === undefined) return { ...gathered, listing };
    } catch (error) {
      if (error instanceof Fault && FINAL.includes(error.code) && !error.retry) return error;
      // All else, of whatever kind, comes again in its turn, and is told.
    }
    gathered.entries.clear();
    return undefined;
  }
}

function bytesOf(read: ReadBefore): number {
  return read === undefined || read instanceof Fault ? 0 : LISTING_BYTES + read.entries.memoryBytes;
}
