import { setImmediate as breathe } from "node:timers/promises";
import type { Entry } from "../../ftp/listing/entry.ts";
import type { WireName } from "../../ftp/names.ts";
import type { Listing } from "../../ftp/readListing.ts";
import type { Session } from "../../ftp/session.ts";
import { Fault } from "../../records/fault.ts";
import type { AnyRecord } from "../../records/record.ts";
import type { Backlog } from "./backlog.ts";
import { EntryJudge } from "./entryJudge.ts";
import type { Findings } from "./findings.ts";
import { type Folder, FoldersToWalk } from "./foldersToWalk.ts";
import { NameTwins } from "./nameTwins.ts";
import { commonParent, join } from "./paths.ts";
import { Shelf } from "./shelf.ts";
import { SubFolders } from "./subFolders.ts";
import { tooMuch } from "./tooMuch.ts";
import type { WalkRequest } from "./walkRequest.ts";
import { WalkSessions } from "./walkSessions.ts";

/** Entries looked at in one go: a folder of a million must not become a million records in memory. */
const BATCH = 1_000;

/** The way of a walk from folder to folder. */
export class Walker {
  readonly #request: WalkRequest;
  readonly #findings: Findings;
  readonly #sessions: WalkSessions;
  readonly #twins: NameTwins;
  readonly #judge: EntryJudge;
  readonly #shelf: Shelf;
  readonly #todo = new FoldersToWalk();
  /** The configured paths. */
  #roots: ReadonlySet<WireName> = new Set();
  /** Entries of all listings that have been taken. */
  #entries = 0;
  /** There are more entries than `max_entries`: nothing more is listed. */
  #full = false;

  constructor(request: WalkRequest, findings: Findings) {
    this.#request = request;
    this.#findings = findings;
    this.#sessions = new WalkSessions(request);
    this.#twins = new NameTwins(findings.names);
    this.#judge = new EntryJudge(request, { findings, sessions: this.#sessions, twins: this.#twins });
    this.#shelf = new Shelf(request.spillFolder, request.limits);
  }

  get over(): boolean {
    return this.#full || this.#todo.none;
  }

  /** Gives the disk its space back. */
  close(): void {
    this.#shelf.close();
  }

  /** Finds out where the paths are: relative ones begin where the log-in leads to. */
  async begin(): Promise<void> {
    const paths = this.#request.settings.paths.map((path) => this.#findings.names.encode(path));
    const isRelative = paths.some((path) => !path.startsWith("/"));
    const home = isRelative ? await this.#sessions.with((session) => session.where()) : "/";
    this.#roots = new Set(paths.map((path) => join(home, path)));
    this.#findings.base = commonParent([...this.#roots]);
    const roots = this.#shelf.folders(0);
    for (const path of this.#roots) {
      if (roots.push({ path, depth: 1, real: path, through: [] })) continue;
      throw tooMuch(`more paths than there is room for: ${this.#shelf.refusal}`);
    }
    this.#todo.push(roots);
  }

  /** Lists the next folder. */
  async *next(): AsyncGenerator<readonly AnyRecord[], void, void> {
    const folder = this.#todo.shift();
    if (folder === undefined) return;
    const entries = this.#shelf.entries();
    let listing: Listing;
    try {
      listing = await this.#sessions.with((session) => this.#read(session, folder, entries));
    } catch (error) {
      entries.clear();
      yield [this.#findings.failure(this.#sessions.survived(error), folder.path)];
      return;
    }
    this.#findings.directories++;
    this.#entries += entries.length;
    yield* this.#judged(entries, folder);
    if (listing.incomplete !== undefined) {
      yield [this.#findings.failure(new Fault("listing_incomplete", listing.incomplete), folder.path)];
    }
  }

  /** One try at a folder. Where its entries are too many, or find no room any more, the listing ends there. */
  #read(session: Session, { path }: Folder, entries: Backlog<Entry>): Promise<Listing> {
    const { max_entries } = this.#request.settings;
    // What a try before has left.
    entries.clear();
    this.#twins.clear();
    return session.list(path, new Date(), (entry) => {
      this.#full = this.#entries + entries.length >= max_entries;
      if (this.#full) throw tooMuch(`more entries of this server than \`max_entries\` (${max_entries}): its walk ends`);
      this.#twins.note(entry.name);
      if (!entries.push(entry)) throw tooMuch(`more entries than there is room for: ${this.#shelf.refusal}`);
    });
  }

  /** In the listing's order; the folders among them come next, in the same order. */
  async *#judged(entries: Backlog<Entry>, folder: Folder): AsyncGenerator<readonly AnyRecord[], void, void> {
    const { depth, settings } = this.#request;
    const { max_depth } = settings;
    const reach = { roots: this.#roots, depth: depth ?? Number.POSITIVE_INFINITY, max_depth };
    const inner = new SubFolders(reach, this.#shelf, this.#todo.bytes);
    while (entries.length > 0) {
      const batch = await this.#batch(entries, folder, inner);
      if (batch.length > 0) yield batch;
      if (entries.length > 0) await this.#giveWay();
    }
    this.#todo.push(inner.toWalk);
    const failures = [...inner.faults()].map((fault) => this.#findings.failure(fault, folder.path));
    if (failures.length > 0) yield failures;
  }

  /** A million entries take seconds: whoever else works in this process must get its turn. */
  async #giveWay(): Promise<void> {
    await breathe();
    this.#request.signal.throwIfAborted();
  }

  async #batch(entries: Backlog<Entry>, folder: Folder, inner: SubFolders): Promise<readonly AnyRecord[]> {
    const batch: AnyRecord[] = [];
    for (let looked = 0; looked < BATCH; looked++) {
      const entry = entries.shift();
      if (entry === undefined) break;
      const seen = this.#judge.look(entry, folder, inner);
      const record = seen instanceof Promise ? await seen : seen;
      if (record !== undefined) batch.push(record);
    }
    return batch;
  }
}
