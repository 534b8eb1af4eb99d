import { setImmediate as breathe } from "node:timers/promises";
import type { ServerSettings } from "../../config/server.ts";
import type { Entry } from "../../ftp/listing/entry.ts";
import { type Names, namesIn, type WireName } from "../../ftp/names.ts";
import type { Pool } from "../../ftp/pool.ts";
import type { Listing } from "../../ftp/readListing.ts";
import type { Session } from "../../ftp/session.ts";
import { Fault } from "../../records/fault.ts";
import { printable } from "../../records/printable.ts";
import type { AnyRecord } from "../../records/record.ts";
import { onSession, Tries } from "../onSession.ts";
import type { Backlog } from "./backlog.ts";
import type { FileSelection } from "./fileSelection.ts";
import { type Folder, FoldersToWalk } from "./foldersToWalk.ts";
import { type Link, lookThrough } from "./links.ts";
import { NameTwins } from "./nameTwins.ts";
import { commonParent, join } from "./paths.ts";
import { Shelf, type ShelfLimits } from "./shelf.ts";
import { unsafeEntry } from "./unsafeEntry.ts";
import {
  type FileFacts,
  failureRecord,
  fileRecord,
  listedRecord,
  type Place,
  placeOf,
  skippedRecord,
  type WalkStamp,
} from "./walkRecords.ts";

/** Deeper than real trees are; an endless one ends here. */
export const MAX_DEPTH = 100;

/** What a walk needs to know. */
export interface WalkRequest {
  readonly settings: ServerSettings;
  readonly pool: Pool;
  /** Aborted: the walk ends where it is, as incomplete. */
  readonly signal: AbortSignal;
  readonly selection: FileSelection;
  /** Folders deep: 1 is only the files right in the path. */
  readonly depth: number;
  /** Fields of every record: run and by. */
  readonly stamp: { readonly run: string; readonly by: string };
  /** Absolute path of the folder for what is too much for memory; made when needed. */
  readonly spillFolder: string;
  /** Instead of the usual ones. */
  readonly limits?: ShelfLimits;
}

/** An entry of a listing, and where it was found. */
interface Found {
  readonly entry: Entry;
  readonly folder: Folder;
  readonly path: WireName;
  readonly place: Place;
}

/**
 * Links on one way, at most. Where a server does not tell what a link leads to this ends loops; and folders that all link to one
 * another have as many ways through them as there are orders to visit them in.
 */
const MAX_LINKS_ON_A_WAY = 3;
/** Entries looked at in one go: a folder of a million must not become a million records in memory. */
const BATCH = 1_000;
/** Servers end sessions that are idle for a minute or more; who must wait longer than this for its reader logs out itself. */
const LONG_WAIT_MS = 20_000;

/**
 * Lists all folders of one server, each read to its end and then handed on: a listing in flight is never held up (servers end
 * it), and no session is held while records wait. Ends with the `listed` record, whatever happened.
 */
export async function* walk(request: WalkRequest): AsyncGenerator<readonly AnyRecord[], void, void> {
  const walker = new Walker(request);
  const started_ms = performance.now();
  try {
    await walker.begin();
    while (!walker.over) yield* patiently(walker.next(), request.pool);
  } catch (error) {
    if (request.signal.aborted) walker.complete = false;
    else yield [walker.failure(error, undefined)];
  } finally {
    walker.close();
  }
  yield [walker.listed(Math.round(performance.now() - started_ms))];
}

/** Hands batches on; where the reader is slow, sessions that lie idle are closed in time. */
async function* patiently<T>(batches: AsyncGenerator<T, void, void>, pool: Pool): AsyncGenerator<T, void, void> {
  for await (const batch of batches) {
    const logOut = setTimeout(() => pool.closeIdle(), LONG_WAIT_MS);
    try {
      yield batch;
    } finally {
      clearTimeout(logOut);
    }
  }
}

class Walker {
  complete = true;
  readonly #request: WalkRequest;
  readonly #stamp: WalkStamp;
  readonly #names: Names;
  readonly #twins: NameTwins;
  readonly #todo = new FoldersToWalk();
  readonly #shelf: Shelf;
  /** The configured paths: each is walked by itself, also where one lies in another. */
  #roots: ReadonlySet<WireName> = new Set();
  #base: WireName = "/";
  #directories = 0;
  #files = 0;
  /** Folders of the listing in hand, and how many more there are that nobody has room for. */
  #inner: Backlog<Folder>;
  #unwalked = 0;
  #tries = new Tries();

  constructor(request: WalkRequest) {
    this.#request = request;
    const { run, by } = request.stamp;
    this.#stamp = { run, by, server: request.settings.server, config: request.settings.config };
    this.#names = namesIn(request.settings.encoding);
    this.#twins = new NameTwins(this.#names);
    this.#shelf = new Shelf(request.spillFolder, request.limits);
    this.#inner = this.#shelf.folders();
  }

  get over(): boolean {
    return this.#todo.none;
  }

  /** Gives the disk its space back. */
  close(): void {
    this.#shelf.close();
  }

  /** Finds out where the paths are: relative ones begin where the log-in leads to. */
  async begin(): Promise<void> {
    const paths = this.#request.settings.paths.map((path) => this.#names.encode(path));
    const home = paths.every((path) => path.startsWith("/")) ? "/" : await this.#with((session) => session.where());
    this.#roots = new Set(paths.map((path) => join(home, path)));
    this.#base = commonParent([...this.#roots]);
    for (const path of this.#roots) {
      if (this.#inner.push({ path, depth: 1, real: path, through: [] })) continue;
      throw new Fault("listing_incomplete", `more paths than there is room for: ${this.#shelf.refusal}`);
    }
    this.#todo.push(this.#inner);
  }

  /** Lists the next folder. */
  async *next(): AsyncGenerator<readonly AnyRecord[], void, void> {
    const folder = this.#todo.shift();
    if (folder === undefined) return;
    const entries = this.#shelf.entries();
    let listing: Listing;
    try {
      listing = await this.#with((session) => this.#read(session, folder, entries));
    } catch (error) {
      entries.clear();
      this.#endIfServerIsGone(error);
      yield [this.failure(error, folder.path)];
      return;
    }
    this.#directories++;
    yield* this.#entries(entries, folder);
    if (listing.incomplete !== undefined) {
      yield [this.failure(new Fault("listing_incomplete", listing.incomplete), folder.path)];
    }
  }

  /** One try at a folder. When its entries find no room any more, the listing ends there. */
  #read(session: Session, { path }: Folder, entries: Backlog<Entry>): Promise<Listing> {
    // What a try before has left.
    entries.clear();
    this.#twins.clear();
    return session.list(path, new Date(), (entry) => {
      this.#twins.note(entry.name);
      if (entries.push(entry)) return;
      throw new Fault("listing_incomplete", `more entries than there is room for: ${this.#shelf.refusal}`);
    });
  }

  /** In the listing's order; the folders among them come next, in the same order. */
  async *#entries(entries: Backlog<Entry>, folder: Folder): AsyncGenerator<readonly AnyRecord[], void, void> {
    this.#inner = this.#shelf.folders();
    this.#unwalked = 0;
    while (entries.length > 0) {
      const batch = await this.#batch(entries, folder);
      if (batch.length > 0) yield batch;
      if (entries.length > 0) await this.#giveWay();
    }
    this.#todo.push(this.#inner);
    if (this.#unwalked === 0) return;
    const why = `${this.#unwalked} more folders in it than there is room for: ${this.#shelf.refusal}`;
    yield [this.failure(new Fault("listing_incomplete", why), folder.path)];
  }

  /** A million entries take seconds: whoever else works in this process must get its turn. */
  async #giveWay(): Promise<void> {
    await breathe();
    this.#request.signal.throwIfAborted();
  }

  async #batch(entries: Backlog<Entry>, folder: Folder): Promise<readonly AnyRecord[]> {
    const batch: AnyRecord[] = [];
    for (let looked = 0; looked < BATCH; looked++) {
      const entry = entries.shift();
      if (entry === undefined) break;
      const seen = this.#look(entry, folder);
      const record = seen instanceof Promise ? await seen : seen;
      if (record !== undefined) batch.push(record);
    }
    return batch;
  }

  /** One entry: a file record, a folder to walk (no record), or the reason why it is neither. */
  #look(entry: Entry, folder: Folder): AnyRecord | undefined | Promise<AnyRecord | undefined> {
    const path = below(folder.path, entry.name);
    const found: Found = { entry, folder, path, place: placeOf(path, this.#base, this.#names) };
    if (!this.#isWanted(found)) return undefined;
    const reason = this.#whyUnsafe(entry);
    if (reason !== undefined) return this.#unsafe(found, reason);
    if (entry.kind === "link") return this.#follow(found);
    if (entry.kind === "other") return this.#skipped(found, "neither a file nor a folder");
    if (entry.kind === "file")
      return this.#file(found, entry, entry.modified?.endsWith("Z") === true ? "mlsd" : "list");
    const { depth, through } = folder;
    return this.#descend({ path, depth: depth + 1, real: below(folder.real, entry.name), through });
  }

  /** What lies behind a link is not known yet: it is left out only where its name is excluded. */
  #isWanted({ entry: { kind, size, modified }, place: { name } }: Found): boolean {
    const { selection } = this.#request;
    return kind === "file" ? selection.file({ name, size, modified }) : selection.folder(name);
  }

  /** A depth that was asked for is a choice; a tree deeper than any real one is a listing that could not be finished. */
  #descend(folder: Folder): AnyRecord | undefined {
    if (folder.depth > MAX_DEPTH) {
      return this.failure(new Fault("listing_incomplete", `deeper than ${MAX_DEPTH} folders`), folder.path);
    }
    const wanted = folder.depth <= this.#request.depth && !this.#roots.has(folder.path);
    if (wanted && !this.#inner.push(folder)) this.#unwalked++;
    return undefined;
  }

  #file({ place }: Found, facts: FileFacts, from: "list" | "mlsd" | "mdtm"): AnyRecord {
    this.#files++;
    return fileRecord(this.#stamp, place, facts, from);
  }

  async #follow(found: Found): Promise<AnyRecord | undefined> {
    const { settings, selection } = this.#request;
    if (settings.links === "skip") return this.#skipped(found, "a link (links: skip)");
    let link: Link;
    try {
      link = await this.#with((session) => lookThrough(session, found.path));
    } catch (error) {
      this.#endIfServerIsGone(error);
      return this.failure(error, found.path);
    }
    if (link.to === "nothing") return this.#skipped(found, `a link that leads nowhere${this.#whither(found.entry)}`);
    if (link.to === "folder") return this.#enterLink(found, link.path);
    const { size, modified } = link;
    return selection.file({ name: found.place.name, size, modified }) ? this.#file(found, link, "mdtm") : undefined;
  }

  /** A link to a folder; `told` is where the server says that it leads, or the link's own path. */
  #enterLink(found: Found, told: WireName): AnyRecord | undefined {
    const { entry, folder, path } = found;
    if (this.#request.settings.links === "files") return this.#skipped(found, "a link to a folder (links: files)");
    const real = told !== path || entry.target === undefined ? told : join(folder.real, entry.target);
    if (leadsBack(real, folder)) return this.#skipped(found, "a link to a folder that it lies in");
    if (folder.through.length >= MAX_LINKS_ON_A_WAY) {
      return this.#skipped(found, `a link to a folder, behind ${MAX_LINKS_ON_A_WAY} links already`);
    }
    return this.#descend({ path, depth: folder.depth + 1, real, through: [...folder.through, folder.real] });
  }

  #with<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const { pool, settings, signal } = this.#request;
    this.#tries = new Tries();
    return onSession({ pool, settings, signal }, work, this.#tries);
  }

  /** A fault of one folder leaves the rest of the walk possible; a server that gives no session does not. */
  #endIfServerIsGone(error: unknown): void {
    if (this.#tries.serverIsGone || this.#request.signal.aborted || !(error instanceof Fault)) throw error;
  }

  /** Something could not be listed; without a path: the server. */
  failure(error: unknown, path: WireName | undefined): AnyRecord {
    this.complete = false;
    const fault = error instanceof Fault ? error : new Fault("protocol", String(error));
    return failureRecord(this.#stamp, path === undefined ? undefined : placeOf(path, this.#base, this.#names), fault);
  }

  /** Why an entry can't lie here. */
  #whyUnsafe({ name }: Entry): string | undefined {
    const { local_names } = this.#request.settings;
    const reason = unsafeEntry(name, this.#names, local_names);
    if (reason !== undefined || local_names === "bytes" || !this.#twins.has(name)) return reason;
    return "another name in its folder would be the same here; `local_names: bytes` keeps both";
  }

  #unsafe({ entry, place }: Found, reason: string): AnyRecord {
    const fault = new Fault("unsafe_name", `"${printable(this.#names.decode(entry.name).text)}": ${reason}`);
    return failureRecord(this.#stamp, place, fault);
  }

  #whither({ target }: Entry): string {
    return target === undefined ? "" : `, to ${printable(this.#names.decode(target).text)}`;
  }

  #skipped({ place }: Found, reason: string): AnyRecord {
    return skippedRecord(this.#stamp, place, reason);
  }

  listed(ms: number): AnyRecord {
    const { complete } = this;
    return listedRecord(this.#stamp, { directories: this.#directories, files: this.#files, complete, ms });
  }
}

function below(folder: WireName, name: WireName): WireName {
  return folder === "/" ? `/${name}` : `${folder}/${name}`;
}

/** Whether a real folder holds the one that a link lies in, or one of those on the way to it. */
function leadsBack(real: WireName, folder: Folder): boolean {
  return [folder.real, ...folder.through].some((at) => at === real || at.startsWith(below(real, "")));
}
