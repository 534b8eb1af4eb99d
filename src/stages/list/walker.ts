import { setImmediate as breathe } from "node:timers/promises";
import type { Entry } from "../../ftp/listing/entry.ts";
import type { WireName } from "../../ftp/names.ts";
import type { Session } from "../../ftp/session.ts";
import { Fault } from "../../records/fault.ts";
import type { AnyRecord } from "../../records/record.ts";
import type { Backlog } from "./backlog.ts";
import { EntryJudge, type FolderInHand } from "./entryJudge.ts";
import type { Findings } from "./findings.ts";
import { type FolderRead, readFolder } from "./folderRead.ts";
import { type Folder, FoldersToWalk, type NextFolder } from "./foldersToWalk.ts";
import { NameTwins } from "./nameTwins.ts";
import { commonParent, join } from "./paths.ts";
import { ReadAhead } from "./readAhead.ts";
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
  readonly #judge: EntryJudge;
  readonly #shelf: Shelf;
  readonly #ahead: ReadAhead;
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
    this.#judge = new EntryJudge(request, { findings, sessions: this.#sessions });
    this.#shelf = new Shelf(request.spillFolder, request.limits);
    this.#ahead = new ReadAhead(request, this.#shelf, () => new NameTwins(findings.names));
  }

  get over(): boolean {
    return this.#full || this.#todo.none;
  }

  /** Ends what is under way, and gives the disk its space back. */
  close(): void {
    this.#ahead.close();
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
    const next = this.#todo.shift();
    if (next === undefined) return;
    const { folder } = next;
    let read: FolderRead;
    try {
      read = (await this.#begun(next)) ?? (await this.#inTurn(folder));
    } catch (error) {
      yield [this.#findings.failure(this.#sessions.survived(error), folder.path)];
      return;
    }
    this.#findings.directories++;
    this.#entries += read.entries.length;
    yield* this.#judged(read, folder);
    const { incomplete } = read.listing;
    if (incomplete !== undefined) {
      yield [this.#findings.failure(new Fault("listing_incomplete", incomplete), folder.path)];
    }
  }

  /** What was listed before its turn, if it may count. Throws a final `Fault`. */
  async #begun({ begun }: NextFolder): Promise<FolderRead | undefined> {
    if (begun === undefined) return undefined;
    this.#goAhead();
    const read = await begun;
    if (read === undefined) return undefined;
    if (read instanceof Fault) throw read;
    this.#ahead.taken(read);
    if (this.#entries + read.entries.length <= this.#request.settings.max_entries) return read;
    read.entries.clear();
    return undefined;
  }

  /** Lists a folder whose turn it is, with as many tries as it may have. */
  async #inTurn({ path }: Folder): Promise<FolderRead> {
    const { max_entries } = this.#request.settings;
    const gathered = { entries: this.#shelf.entries(), twins: new NameTwins(this.#findings.names) };
    const admit = (before: number) => {
      this.#full = this.#entries + before >= max_entries;
      if (this.#full) throw tooMuch(`more entries of this server than \`max_entries\` (${max_entries}): its walk ends`);
    };
    const read = (session: Session) => readFolder(session, path, gathered, this.#shelf, admit);
    const listed = this.#ahead.beside(this.#sessions.with(read));
    this.#goAhead();
    try {
      return { ...gathered, listing: await listed };
    } catch (error) {
      gathered.entries.clear();
      throw error;
    }
  }

  /** Begins listings before their turn, where there are sessions for them; not before the first folder has told what the server is like. */
  #goAhead(): void {
    if (this.#findings.directories === 0) return;
    const { foldersAtOnce, settings } = this.#request;
    const list = (folder: Folder) =>
      this.#ahead.list(folder, settings.max_entries - this.#entries, () => this.#goAhead());
    this.#ahead.expect(this.#todo.waiting);
    while (this.#ahead.mayBegin && this.#todo.begin(foldersAtOnce, list));
  }

  /** In the listing's order; the folders among them come next, in the same order. */
  async *#judged({ entries, twins }: FolderRead, folder: Folder): AsyncGenerator<readonly AnyRecord[], void, void> {
    const { depth, settings } = this.#request;
    const { max_depth } = settings;
    const reach = { roots: this.#roots, depth: depth ?? Number.POSITIVE_INFINITY, max_depth };
    const inner = new SubFolders(reach, this.#shelf, this.#todo.bytes);
    const at = { folder, twins, inner };
    while (entries.length > 0) {
      const batch = await this.#batch(entries, at);
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

  async #batch(entries: Backlog<Entry>, at: FolderInHand): Promise<readonly AnyRecord[]> {
    const batch: AnyRecord[] = [];
    for (let looked = 0; looked < BATCH; looked++) {
      const entry = entries.shift();
      if (entry === undefined) break;
      const seen = this.#judge.look(entry, at);
      const record = seen instanceof Promise ? await seen : seen;
      if (record !== undefined) batch.push(record);
    }
    return batch;
  }
}
