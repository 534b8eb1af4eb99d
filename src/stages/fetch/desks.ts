import { resolve } from "node:path";
import type { Jobs } from "../../config/connections.ts";
import type { Segments } from "../../config/segmentsKind.ts";
import type { Fairness } from "../../flow/fairMergeMap.ts";
import { Fault } from "../../records/fault.ts";
import type { AnyRecord, ListedRecord, ServerRecord } from "../../records/record.ts";
import type { SinkFile } from "../../sink/sink.ts";
import type { StageContext } from "../context.ts";
import { faultRecord } from "../faultRecord.ts";
import { type Claimed, Claims } from "./claims.ts";
import { Desk, type DeskRequest } from "./desk.ts";
import type { WantedFile } from "./wantedFile.ts";

/** What a fetch stage's options say of all its servers. */
export interface DeskOptions {
  readonly jobs: Jobs | undefined;
  readonly rate: number | undefined;
  readonly segments: Segments | undefined;
  readonly to: string | undefined;
  readonly waitLock: number;
  readonly servers: number;
  readonly checksum: boolean;
}

/** A file that has been seen to. Without an outcome when it was abandoned: it counts as not started. */
export interface Attended {
  readonly outcome: readonly AnyRecord[];
  readonly desk: Desk;
}

/** The servers of a fetch stage's stream, each with its desk, and how the work is divided among them. */
export class Desks implements Fairness<WantedFile> {
  readonly keysAtOnce: number;
  readonly #options: DeskOptions;
  readonly #context: StageContext;
  readonly #desks = new Map<string, Desk>();
  /** Most records are of the server of the one before. */
  #latest: Desk | undefined;
  readonly #claims = new Claims();
  readonly #stop = new AbortController();
  readonly #signal: AbortSignal;
  #inputOpen = true;

  constructor(options: DeskOptions, context: StageContext) {
    this.#options = options;
    this.#context = context;
    this.#signal = AbortSignal.any([context.signal, this.#stop.signal]);
    this.keysAtOnce = options.servers;
  }

  keyOf(file: WantedFile): string {
    return this.of(file).key;
  }

  atOnce(file: WantedFile): number {
    return this.of(file).atOnce;
  }

  sizeOf({ size }: WantedFile): number {
    return size !== null && size >= LARGE_BYTES ? size : 0;
  }

  left(key: string): void {
    this.#desks.get(key)?.pause();
  }

  /** The desk of a file's server. */
  of({ record, server, config }: WantedFile): Desk {
    return this.#of(record, server, config);
  }

  /** A file has come and will get its outcome. */
  ask(file: WantedFile): WantedFile {
    this.of(file).ask();
    return file;
  }

  /** Gives a file its name here, `folded` as in `Claims`. Throws a `Fault` where another file has it. */
  claim(file: WantedFile, here: SinkFile, folded: string | undefined): Claimed {
    return this.#claims.claim(this.keyOf(file), file, here, folded);
  }

  /**
   * A record that is no file to fetch passes; some say something of their server, and it may be done then. A `file` record without
   * what it takes to fetch it has its outcome at once.
   */
  passOn(record: AnyRecord): readonly AnyRecord[] {
    if (record.type === "file") return this.#refuse(record);
    if (isServer(record)) this.#of(record, record.server, record.config).meet(record);
    if (!isListed(record)) return [record];
    const desk = this.#of(record, record.server, record.config);
    desk.expect(record.files);
    return desk.done ? [record, ...tell(desk)] : [record];
  }

  /** The outcome of a file, if it has one, and the sums of its server if it was the last one. */
  handOn({ outcome, desk }: Attended): readonly AnyRecord[] {
    desk.handOn(outcome.length);
    return desk.done ? [...outcome, ...tell(desk)] : outcome;
  }

  inputIsOver(): void {
    this.#inputOpen = false;
  }

  /** The end of the input: every server's sums that have not been told. */
  finish(): readonly AnyRecord[] {
    return [...this.#desks.values()].flatMap(tell);
  }

  /** Ends everything, also what is on its way. */
  close(): void {
    this.#stop.abort();
    for (const desk of this.#desks.values()) desk.close();
  }

  /** It is counted where it can be told from others: by its server and its path. */
  #refuse(record: AnyRecord): readonly AnyRecord[] {
    const { server, path, config } = record;
    const where = Object.fromEntries(Object.entries({ server, config, path }).filter(([, value]) => isText(value)));
    const stamp = { run: record.run ?? this.#context.run, by: this.#context.by };
    const refused = faultRecord(INCOMPLETE, { ...stamp, stage: "fetch", ...where });
    if (!isText(server) || !isText(path)) return [refused];
    const desk = this.#of(record, server, isText(config) ? config : "");
    desk.ask();
    desk.count("failed");
    return this.handOn({ outcome: [refused], desk });
  }

  #of({ run = this.#context.run }: AnyRecord, server: string, config: string): Desk {
    const latest = this.#latest;
    if (latest !== undefined && latest.server === server && latest.run === run) return latest;
    const key = `${run}\0${server}`;
    const desk = this.#desks.get(key) ?? this.#newDesk(key, { run, server, config });
    this.#latest = desk;
    return desk;
  }

  #newDesk(key: string, { run, server, config }: Pick<DeskRequest, "run" | "server" | "config">): Desk {
    const { jobs, rate, segments, to, waitLock, checksum } = this.#options;
    const desk = new Desk({
      key,
      run,
      server,
      config,
      context: this.#context,
      overrides: { jobs, rate, segments, to: to === undefined ? undefined : resolve(to) },
      waitLock_ms: waitLock,
      checksum: checksum ? "sha256" : "none",
      signal: this.#signal,
      inputOpen: () => this.#inputOpen,
    });
    this.#desks.set(key, desk);
    return desk;
  }
}

/** Below it a file takes about as long as the round trips that it costs: it is not worth another order. */
const LARGE_BYTES = 1024 ** 2;

const INCOMPLETE = new Fault("protocol", "a file record needs the texts `server`, `path` and `name`", { retry: false });

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** The sums of a server whose files all have their outcome; its sessions and its lock are given up. */
function tell(desk: Desk): readonly AnyRecord[] {
  desk.close();
  const harvested = desk.harvested();
  return harvested === undefined ? [] : [harvested];
}

function isServer(record: AnyRecord): record is ServerRecord {
  return record.type === "server" && hasServer(record) && isText(record["buffer_path"]);
}

function isListed(record: AnyRecord): record is ListedRecord {
  return record.type === "listed" && hasServer(record) && typeof record["files"] === "number";
}

function hasServer(record: AnyRecord): boolean {
  return isText(record["server"]) && isText(record["config"]);
}
