import { setTimeout as sleep } from "node:timers/promises";
import type { ServerSettings } from "../../config/server.ts";
import type { Entry } from "../../ftp/listing/entry.ts";
import { decodeName, encodeName, rawName, type WireName } from "../../ftp/names.ts";
import { backOff, type Pool } from "../../ftp/pool.ts";
import type { Listing, Session } from "../../ftp/session.ts";
import { Fault } from "../../records/fault.ts";
import { printable } from "../../records/printable.ts";
import type { AnyRecord } from "../../records/record.ts";
import { unsafeReason } from "../../sink/safeName.ts";
import type { FileSelection } from "./fileSelection.ts";
import { type Link, lookThrough } from "./links.ts";
import { commonParent, join } from "./paths.ts";

/** What a walk needs to know, and whom it tells. */
export interface WalkRequest {
  readonly settings: ServerSettings;
  readonly pool: Pool;
  readonly signal: AbortSignal;
  readonly selection: FileSelection;
  /** Folders below the path: 1 is only the files right in it. */
  readonly depth: number;
  /** Fields of every record: run and by. */
  readonly stamp: { readonly run: string; readonly by: string };
}

/** A folder still to be listed. */
interface Folder {
  readonly path: WireName;
  readonly depth: number;
  /** Where it really is, as far as is known: differs from `path` behind links. */
  readonly real: WireName;
  /** The real folders in which the links lie that led here. */
  readonly through: readonly WireName[];
}

/** Where a server does not tell what a link to a folder leads to, loops end after this many links on one way. */
const MAX_LINKS_ON_A_WAY = 3;
/** Records handed on at once: a folder of a million files must not become a million records in memory. */
const BATCH = 1_000;

/**
 * Lists all folders of one server, each read to its end and then handed on: a listing in flight is never held up (servers end
 * it), and no session is held while records wait. Ends with the `listed` record, whatever happened.
 */
export async function* walk(request: WalkRequest): AsyncGenerator<readonly AnyRecord[], void, void> {
  const walker = new Walker(request);
  const started_ms = performance.now();
  try {
    await walker.begin();
    while (!walker.over) yield* walker.next();
  } catch (error) {
    if (request.signal.aborted) walker.complete = false;
    else yield [walker.failure(error, undefined)];
  }
  yield [walker.listed(Math.round(performance.now() - started_ms))];
}

class Walker {
  complete = true;
  readonly #request: WalkRequest;
  readonly #todo: Folder[] = [];
  readonly #seen = new Set<WireName>();
  #base: WireName = "/";
  #directories = 0;
  #files = 0;
  #serverIsGone = false;

  constructor(request: WalkRequest) {
    this.#request = request;
  }

  get over(): boolean {
    return this.#todo.length === 0;
  }

  /** Finds out where the paths are: relative ones begin where the log-in leads to. */
  async begin(): Promise<void> {
    const paths = this.#request.settings.paths.map((path) => encodeName(path));
    const home = paths.every((path) => path.startsWith("/")) ? "/" : await this.#with((session) => session.where());
    const roots = paths.map((path) => join(home, path));
    this.#base = commonParent(roots);
    for (const path of roots.toReversed()) this.#todo.push({ path, depth: 1, real: path, through: [] });
  }

  /** Lists the next folder. */
  async *next(): AsyncGenerator<readonly AnyRecord[], void, void> {
    const folder = this.#todo.pop();
    if (folder === undefined || this.#seen.has(folder.path)) return;
    this.#seen.add(folder.path);
    let listing: Listing;
    try {
      listing = await this.#with((session) => session.list(folder.path, new Date()));
    } catch (error) {
      this.#endIfServerIsGone(error);
      yield [this.failure(error, folder.path)];
      return;
    }
    this.#directories++;
    yield* this.#entries(listing.entries, folder);
    if (listing.incomplete !== undefined) {
      yield [this.failure(new Fault("listing_incomplete", listing.incomplete), folder.path)];
    }
  }

  async *#entries(entries: readonly Entry[], folder: Folder): AsyncGenerator<readonly AnyRecord[], void, void> {
    const folders: Folder[] = [];
    let batch: AnyRecord[] = [];
    for (const entry of entries) {
      const seen = this.#look(entry, folder, folders);
      const record = seen instanceof Promise ? await seen : seen;
      if (record !== undefined) batch.push(record);
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    for (const inner of folders.toReversed()) this.#todo.push(inner);
    yield batch;
  }

  /** One entry: a file record, a folder to walk (no record), or the reason why it is neither. */
  #look(entry: Entry, folder: Folder, folders: Folder[]): AnyRecord | undefined | Promise<AnyRecord | undefined> {
    const reason = entry.name.includes("/") ? "a / inside a name" : unsafeReason(decodeName(entry.name).text);
    if (reason !== undefined) return this.#unsafe(entry.name, folder.path, reason);
    const path = folder.path === "/" ? `/${entry.name}` : `${folder.path}/${entry.name}`;
    if (entry.kind === "link") return this.#follow(entry, path, folder, folders);
    if (entry.kind === "other") return this.#skipped(path, "neither a file nor a folder");
    if (entry.kind === "file") return this.#file(path, entry, entry.modified?.endsWith("Z") === true ? "mlsd" : "list");
    this.#descend(path, folder, join(folder.real, entry.name), folder.through, folders);
    return undefined;
  }

  #descend(path: WireName, from: Folder, real: WireName, through: readonly WireName[], folders: Folder[]): void {
    if (from.depth >= this.#request.depth || !this.#request.selection.folder(this.#names(path).name)) return;
    folders.push({ path, depth: from.depth + 1, real, through });
  }

  /** Undefined when the file is not wanted. */
  #file(path: WireName, known: FileFacts, from: "list" | "mlsd" | "mdtm"): AnyRecord | undefined {
    const { name, text, exact } = this.#names(path);
    const { size, modified } = known;
    if (!this.#request.selection.file({ name, size, modified })) return undefined;
    const { settings, stamp } = this.#request;
    this.#files++;
    return {
      type: "file",
      ...stamp,
      server: settings.server,
      config: settings.config,
      path: text,
      name,
      size,
      modified,
      modified_from: modified === null ? null : from,
      ...(exact ? {} : { raw: rawName(path) }),
    };
  }

  async #follow(entry: Entry, path: WireName, folder: Folder, folders: Folder[]): Promise<AnyRecord | undefined> {
    const { links } = this.#request.settings;
    if (links === "skip") return this.#skipped(path, "a link (links: skip)");
    let link: Link;
    try {
      link = await this.#with((session) => lookThrough(session, path));
    } catch (error) {
      this.#endIfServerIsGone(error);
      return this.failure(error, path);
    }
    if (link.to === "file") return this.#file(path, link, "mdtm");
    if (link.to === "nothing") return this.#skipped(path, `a link that leads nowhere${shown(entry.target)}`);
    if (links === "files") return this.#skipped(path, "a link to a folder (links: files)");
    const told = link.path !== path;
    const real = told || entry.target === undefined ? link.path : join(folder.real, entry.target);
    if (leadsBack(real, folder) || folder.through.length >= MAX_LINKS_ON_A_WAY) {
      return this.#skipped(path, "a link to a folder that it lies in");
    }
    this.#descend(path, folder, real, [...folder.through, folder.real], folders);
    return undefined;
  }

  /** Runs something on a session, again where that can help. */
  async #with<T>(run: (session: Session) => Promise<T>): Promise<T> {
    const { pool, signal, settings } = this.#request;
    for (let attempt = 1; ; attempt++) {
      const lease = await pool.lease(signal).catch((fault) => {
        this.#serverIsGone = true;
        throw fault;
      });
      try {
        return await run(lease.session);
      } catch (error) {
        const stale = lease.reused && !lease.session.usable && attempt === 1;
        const again = error instanceof Fault && error.retry && (attempt <= settings.retries || stale);
        if (!again || signal.aborted) throw error;
      } finally {
        lease.release();
      }
      await sleep(backOff(settings.retry_delay_ms, attempt), undefined, { signal });
    }
  }

  /** A fault of one folder leaves the rest of the walk possible; a server that gives no session does not. */
  #endIfServerIsGone(error: unknown): void {
    if (this.#serverIsGone || this.#request.signal.aborted || !(error instanceof Fault)) throw error;
  }

  #names(path: WireName): { text: string; name: string; exact: boolean } {
    const { text, exact } = decodeName(path);
    const prefix = this.#base === "/" ? 1 : decodeName(this.#base).text.length + 1;
    return { text, exact, name: text.slice(prefix) };
  }

  failure(error: unknown, path: WireName | undefined): AnyRecord {
    this.complete = false;
    return this.#failureRecord(error instanceof Fault ? error : new Fault("protocol", String(error)), path);
  }

  #unsafe(name: WireName, folder: WireName, reason: string): AnyRecord {
    const fault = new Fault("unsafe_name", `"${printable(decodeName(name).text)}": ${reason}`);
    return this.#failureRecord(fault, `${folder === "/" ? "" : folder}/${name}`);
  }

  #failureRecord(fault: Fault, path: WireName | undefined): AnyRecord {
    const { settings, stamp } = this.#request;
    const { code, message, retry } = fault;
    const { server, config } = settings;
    const at = path === undefined ? {} : this.#at(path);
    return { type: "failure", ...stamp, stage: "list", server, config, ...at, code, message, retry };
  }

  #skipped(path: WireName, reason: string): AnyRecord {
    const { settings, stamp } = this.#request;
    const { server, config } = settings;
    return { type: "skipped", ...stamp, stage: "list", server, config, ...this.#at(path), reason };
  }

  #at(path: WireName): { path: string; name: string; raw?: string } {
    const { text, name, exact } = this.#names(path);
    return { path: text, name, ...(exact ? {} : { raw: rawName(path) }) };
  }

  listed(ms: number): AnyRecord {
    const { settings, stamp } = this.#request;
    return {
      type: "listed",
      ...stamp,
      server: settings.server,
      config: settings.config,
      directories: this.#directories,
      files: this.#files,
      complete: this.complete,
      ms,
    };
  }
}

type FileFacts = Pick<Entry, "size" | "modified">;

/** Whether a real folder holds the one that a link lies in, or one of those on the way to it. */
function leadsBack(real: WireName, folder: Folder): boolean {
  const below = real === "/" ? "/" : `${real}/`;
  return [folder.real, ...folder.through].some((at) => at === real || at.startsWith(below));
}

function shown(target: WireName | undefined): string {
  return target === undefined ? "" : `, to ${printable(decodeName(target).text)}`;
}
