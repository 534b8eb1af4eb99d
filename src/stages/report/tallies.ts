import { asCount, asText, countOf, textOf } from "../../records/fields.ts";
import type { AnyRecord } from "../../records/record.ts";
import { beginHash, endHash, hashInto, hashOn, newSeed, type TextHash } from "../../records/textHash.ts";
import type { Note } from "./noteBytes.ts";
import { OUTCOME } from "./outcomeKind.ts";
import type { OutcomeStore } from "./outcomeStore.ts";
import { failureDetail, failureIn } from "./outcomes.ts";
import { newTally, type ServerTally } from "./serverTally.ts";

/** Takes a record of a server. False when it lacks what it must have. */
type Take = (record: AnyRecord, tally: ServerTally) => boolean;

/** The tallies of all servers that appear, made from the records that name a server. */
export class Tallies {
  /** In the order in which they appeared. */
  readonly byServer = new Map<string, ServerTally>();
  readonly #store: OutcomeStore;
  /** Stage processes: run and name. */
  readonly #sources = new Map<string, number>();
  /** Most records are of the stage process of the one before. */
  #latest:
    | { readonly run: unknown; readonly by: unknown; readonly stage: unknown; readonly source: number }
    | undefined;
  /** Used for each record anew. */
  readonly #key: TextHash = { high: 0, low: 0 };
  readonly #seed = newSeed();

  constructor(store: OutcomeStore) {
    this.#store = store;
  }

  readonly #takes: ReadonlyMap<string, Take> = new Map<string, Take>([
    ["server", (record, tally) => this.#server(record, tally)],
    ["listed", (record, tally) => this.#listed(record, tally)],
    ["harvested", (record, tally) => this.#harvested(record, tally)],
    ["file", (record, tally) => this.#named(record, tally, OUTCOME.file)],
    ["skipped", (record, tally) => this.#named(record, tally, OUTCOME.skipped)],
    ["download", (record, tally) => this.#download(record, tally)],
    ["failure", (record, tally) => this.#failure(record, tally)],
  ]);

  /** False when the record is of a known type but lacks what it must have. Foreign types are let pass. */
  take(record: AnyRecord): boolean {
    const take = this.#takes.get(record.type);
    if (take === undefined) return true;
    const server = asText(record["server"]);
    if (server === undefined) return false;
    const tally = this.of(server);
    const run = asText(record.run);
    if (run !== undefined && !tally.runs.has(run)) tally.runs.add(run);
    return take(record, tally);
  }

  of(server: string): ServerTally {
    let tally = this.byServer.get(server);
    if (tally === undefined) {
      tally = newTally(server, this.#store.chain());
      this.byServer.set(server, tally);
    }
    return tally;
  }

  #server(record: AnyRecord, tally: ServerTally): boolean {
    tally.order ??= countOf(record, "order");
    tally.bufferPath ??= textOf(record, "buffer_path");
    return true;
  }

  #listed(record: AnyRecord, tally: ServerTally): boolean {
    const source = this.#source(record);
    const known = tally.listings.get(source);
    const files = countOf(record, "files");
    if (files === undefined) return false;
    const complete = record["complete"] !== false && known?.complete !== false;
    tally.listings.set(source, { files: Math.max(files, known?.files ?? 0), complete });
    return true;
  }

  /** Of several by one stage process the last one counts: its sums go on from the one before. In any order it has asked for most. */
  #harvested(record: AnyRecord, tally: ServerTally): boolean {
    const [asked = -1, fetched = 0, unchanged = 0, skipped = 0, failed = 0, notStarted = 0] = SUMS.map((field) =>
      countOf(record, field),
    );
    const source = this.#source(record);
    const known = tally.sums.get(source);
    if (known === undefined || asked > known.asked || (asked === known.asked && notStarted < known.notStarted)) {
      tally.sums.set(source, { local: textOf(record, "local"), asked: Math.max(0, asked), failed, notStarted });
    }
    return asked === fetched + unchanged + skipped + failed + notStarted;
  }

  #download(record: AnyRecord, tally: ServerTally): boolean {
    if (asCount(record["size"]) === undefined && asCount(record["bytes"]) === undefined) return false;
    tally.folder ??= folderOf(record);
    return this.#named(record, tally, record["status"] === "unchanged" ? OUTCOME.unchanged : OUTCOME.fetched);
  }

  #failure(record: AnyRecord, tally: ServerTally): boolean {
    const failure = failureIn(record);
    const { name, path, code, message } = failure;
    const said = { outcome: OUTCOME.failed, name, detail: failureDetail(failure) };
    if (path !== null || textOf(record, "raw") !== undefined) return this.#noteFile(record, tally, said);
    hashInto(this.#key, `t\0${record.run}\0${record.by}\0${code}\0${message}`, this.#seed);
    this.#note(record, tally, { ...said, outcome: OUTCOME.trouble });
    return true;
  }

  #named(record: AnyRecord, tally: ServerTally, outcome: number): boolean {
    const name = asText(record["name"]) ?? asText(record["path"]) ?? "";
    return this.#noteFile(record, tally, { outcome, name, detail: "" });
  }

  #noteFile(record: AnyRecord, tally: ServerTally, said: Said): boolean {
    const raw = asText(record["raw"]);
    const path = asText(record["path"]);
    if (raw === undefined && path === undefined) return false;
    const key = this.#key;
    beginHash(key, this.#seed);
    hashOn(key, raw === undefined ? "p" : "r");
    hashOn(key, String(record.run));
    hashOn(key, raw ?? path ?? "");
    endHash(key);
    this.#note(record, tally, said);
    return true;
  }

  #note(record: AnyRecord, tally: ServerTally, { outcome, name, detail }: Said): void {
    const { high, low } = this.#key;
    // What is here: a file that changed has another size than was listed.
    const size = asCount(record["bytes"]) ?? asCount(record["size"]) ?? Number.NaN;
    this.#store.add(tally.chain, { high, low, source: this.#source(record), outcome, size, name, detail });
  }

  /** One process may run several stages: what its listing left out was never asked of its fetch. */
  #source({ run, by, stage }: AnyRecord): number {
    const latest = this.#latest;
    if (latest !== undefined && latest.run === run && latest.by === by && latest.stage === stage) return latest.source;
    const name = `${run}\0${by}\0${stage === "list" ? "list" : ""}`;
    const source = this.#sources.get(name) ?? this.#sources.size;
    this.#sources.set(name, source);
    this.#latest = { run, by, stage, source };
    return source;
  }
}

/** What a record tells of a file. */
type Said = Pick<Note, "outcome" | "name" | "detail">;

const SUMS = ["asked", "fetched", "unchanged", "skipped", "failed", "not_started"] as const;

/** The server's folder, from where a file of it lies. */
function folderOf(record: AnyRecord): string | undefined {
  const end = `/${textOf(record, "name")}`;
  const local = textOf(record, "local");
  return local?.endsWith(end) === true ? local.slice(0, -end.length) : undefined;
}
