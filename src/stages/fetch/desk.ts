import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Overrides } from "../../config/configs.ts";
import type { ServerSettings } from "../../config/server.ts";
import type { PoolUse } from "../../ftp/pools.ts";
import { Fault } from "../../records/fault.ts";
import { printable } from "../../records/printable.ts";
import type { HarvestedRecord, ServerRecord } from "../../records/record.ts";
import type { Sink } from "../../sink/sink.ts";
import type { StageContext } from "../context.ts";
import type { SessionWork } from "../onSession.ts";
import { ClockSense } from "./clockSense.ts";
import { Segmenting } from "./segmenting.ts";
import { ServerFolder } from "./serverFolder.ts";

/** What one server's files need: its settings, its sessions, its folder with the lock on it. */
export interface OpenDesk extends SessionWork {
  readonly settings: ServerSettings;
  readonly sink: Sink;
  readonly clock: ClockSense;
  readonly segmenting: Segmenting;
  /** What is told of a file's bytes beside their number. */
  readonly checksum: "none" | "sha256";
}

export interface DeskRequest {
  /** Its own among the desks of a stage. */
  readonly key: string;
  readonly run: string;
  readonly server: string;
  readonly config: string;
  readonly context: StageContext;
  readonly overrides: Overrides;
  /** How long to wait for another run's lock. */
  readonly waitLock_ms: number;
  readonly checksum: OpenDesk["checksum"];
  /** Aborted when the stage must stop. */
  readonly signal: AbortSignal;
  /** More files of this harvest may still come. */
  readonly inputOpen: () => boolean;
}

/** What does not matter to a file: which configuration says it, where in it, and what of all servers together. */
const NOT_COMPARED = { config: "", order: 0, overall_rate: 0 };

/** Files that wait for a session beside those that have one: who looks for the best number of sessions sees that there is work for more. */
const IN_WAITING = 4;

/** How a file record's story ended. */
type Outcome = "fetched" | "unchanged" | "failed";

/** One server in one harvest: opened with its first file, counted until its last, then closed. */
export class Desk {
  readonly #request: DeskRequest;
  readonly #started_ms = performance.now();
  readonly #counts: Record<Outcome, number> = { fetched: 0, unchanged: 0, failed: 0 };
  #asked = 0;
  #handedOn = 0;
  #bytes = 0;
  #listed: number | undefined;
  #folder: string | null;
  #opening: Promise<OpenDesk> | undefined;
  #opened: OpenDesk | undefined;
  #pool: PoolUse | undefined;
  /** Sessions that `connections: auto` came to. */
  #found: number | undefined;
  readonly #here: ServerFolder;
  readonly #clock = new ClockSense();
  #segmenting: Segmenting | undefined;
  #told: number | undefined;
  #atOnce: number | undefined;

  constructor(request: DeskRequest) {
    const { run, server, waitLock_ms: waitMs, context, signal } = request;
    this.#request = request;
    const onWait = (why: string) => context.note(`${printable(server)} waits: ${why}`);
    this.#here = new ServerFolder({ run, server, waitMs, onWait, signal });
    this.#folder = request.overrides.to ?? null;
  }

  get key(): string {
    return this.#request.key;
  }

  get server(): string {
    return this.#request.server;
  }

  get run(): string {
    return this.#request.run;
  }

  get by(): string {
    return this.#request.context.by;
  }

  get signal(): AbortSignal {
    return this.#request.signal;
  }

  /** The `server` record says where its folder would be, even if nothing is ever fetched. */
  meet(record: ServerRecord): void {
    this.#folder ??= record.buffer_path;
  }

  /** The walk is over and found this many files. */
  expect(files: number): void {
    this.#listed = files;
    this.#closeIfOver();
  }

  /** A file has come and will get its outcome. */
  ask(): void {
    this.#asked++;
  }

  /** A file has its outcome; `bytes` are those of a fetched one, also what an earlier try or run had of it. */
  count(outcome: Outcome, bytes = 0): void {
    this.#counts[outcome]++;
    this.#bytes += bytes;
    this.#closeIfOver();
  }

  /** Outcomes have gone into the stream. */
  handOn(outcomes: number): void {
    this.#handedOn += outcomes;
  }

  /** Files at once: what its sessions allow; with `connections: auto`, those that there may be. 1 where the settings can't be had: the files fail one after another. */
  get atOnce(): number {
    this.#atOnce ??= this.#connections();
    return this.#atOnce;
  }

  /** Every file that was listed has its outcome, and all of them are in the stream. */
  get done(): boolean {
    return this.#listed === this.#asked && this.#asked === this.#handedOn;
  }

  /** Settings, lock and sessions, once for all files. Rejects with a `Fault`, the same for each file. */
  open(): Promise<OpenDesk> {
    this.#opening ??= this.#openOnce();
    return this.#opening;
  }

  /** What `open` has resolved with, until it is closed: all files but the first need not wait for it. */
  get opened(): OpenDesk | undefined {
    return this.#opened;
  }

  /**
   * Servers of two configurations may have one name: throws a `Fault` `config` where a record names another configuration than the
   * desk's first record, and that one says something else of the server or can't be read.
   */
  checkConfig(named: string, { settings }: OpenDesk): void {
    const { server, config, context, overrides } = this.#request;
    if (named === config || named === "") return;
    const said = context.settings(named, server, overrides);
    // A copy of a configuration, or another way to write its path, is the same.
    if (isDeepStrictEqual({ ...said, ...NOT_COMPARED }, { ...settings, ...NOT_COMPARED })) return;
    const message = `${printable(named)} says something else of \`${printable(server)}\` than ${printable(config)}, which its first record names`;
    throw new Fault("config", message);
  }

  /** The sums since the beginning; undefined when they have been told and nothing came since. */
  harvested(): HarvestedRecord | undefined {
    const { run, server, config, context } = this.#request;
    if (this.#told === this.#asked) return undefined;
    this.#told = this.#asked;
    return {
      type: "harvested",
      run,
      by: context.by,
      server,
      config,
      local: this.#folder === null ? null : join(this.#folder, server),
      asked: this.#asked,
      ...this.#counts,
      // Fetch leaves nothing out on purpose.
      skipped: 0,
      not_started: this.#asked - this.#outcomes,
      bytes: this.#bytes,
      ms: Math.round(performance.now() - this.#started_ms),
      ...(this.#found !== undefined && { connections: this.#found }),
    };
  }

  /** Logs out until its next file comes; nothing of it may be on its way. The lock stays: this run is not done here. */
  pause(): void {
    this.#found = this.#pool?.pool.found ?? this.#found;
    this.#pool?.end();
    this.#pool = undefined;
    this.#opening = undefined;
    this.#opened = undefined;
  }

  /** Logs out and gives the lock back. A file that comes later opens it again. */
  close(): void {
    this.pause();
    this.#here.close();
  }

  get #outcomes(): number {
    const { fetched, unchanged, failed } = this.#counts;
    return fetched + unchanged + failed;
  }

  /** Outcomes may have to wait for those of other servers; sessions and lock need not. */
  #closeIfOver(): void {
    if (this.#listed === this.#asked && this.#asked === this.#outcomes) this.close();
  }

  #connections(): number {
    const { server, config, context, overrides } = this.#request;
    try {
      const { connections, connections_auto } = context.settings(config, server, overrides);
      return connections_auto ? connections + IN_WAITING : connections;
    } catch (error) {
      if (error instanceof Fault) return 1;
      throw error;
    }
  }

  #openOnce(): Promise<OpenDesk> {
    const opening = this.#open();
    const remember = (opened: OpenDesk) => {
      if (this.#opening === opening) this.#opened = opened;
    };
    opening.then(remember, () => {});
    return opening;
  }

  async #open(): Promise<OpenDesk> {
    const { server, config, context, overrides, inputOpen, checksum, signal } = this.#request;
    const settings = context.settings(config, server, overrides);
    this.#folder = settings.buffer_path;
    const sink = await this.#here.open(settings);
    this.#pool = context.pools.use(settings, inputOpen);
    this.#segmenting ??= new Segmenting(settings.segments);
    const senses = { clock: this.#clock, segmenting: this.#segmenting };
    return { settings, pool: this.#pool.pool, signal, sink, ...senses, checksum };
  }
}
