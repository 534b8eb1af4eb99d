import type { Overrides } from "../../config/configs.ts";
import type { ServerSettings } from "../../config/server.ts";
import type { Pool } from "../../ftp/pool.ts";
import type { HarvestedRecord, ServerRecord } from "../../records/record.ts";
import type { Sink } from "../../sink/sink.ts";
import type { StageContext } from "../context.ts";
import { ClockSense } from "./clockSense.ts";
/** What one server's files need: its settings, its sessions, its folder with the lock on it. */
export interface OpenDesk {
    readonly settings: ServerSettings;
    readonly pool: Pool;
    readonly sink: Sink;
    readonly clock: ClockSense;
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
/** How a file record's story ended. */
type Outcome = "fetched" | "unchanged" | "failed";
/** One server in one harvest: opened with its first file, counted until its last, then closed. */
export declare class Desk {
    #private;
    constructor(request: DeskRequest);
    get key(): string;
    get server(): string;
    get run(): string;
    get by(): string;
    get signal(): AbortSignal;
    /** The `server` record says where its folder would be, even if nothing is ever fetched. */
    meet(record: ServerRecord): void;
    /** The walk is over and found this many files. */
    expect(files: number): void;
    /** A file has come and will get its outcome. */
    ask(): void;
    /** A file has its outcome; `bytes` are those of a fetched one, also what an earlier try or run had of it. */
    count(outcome: Outcome, bytes?: number): void;
    /** Outcomes have gone into the stream. */
    handOn(outcomes: number): void;
    /** Files at once: what its sessions allow. 1 where the settings can't be had: the files fail one after another. */
    get atOnce(): number;
    /** Every file that was listed has its outcome, and all of them are in the stream. */
    get done(): boolean;
    /** Settings, lock and sessions, once for all files. Rejects with a `Fault`, the same for each file. */
    open(): Promise<OpenDesk>;
    /** What `open` has resolved with, until it is closed: all files but the first need not wait for it. */
    get opened(): OpenDesk | undefined;
    /**
     * Servers of two configurations may have one name: throws a `Fault` `config` where a record names another configuration than the
     * desk's first record, and that one says something else of the server or can't be read.
     */
    checkConfig(named: string, { settings }: OpenDesk): void;
    /** The sums since the beginning; undefined when they have been told and nothing came since. */
    harvested(): HarvestedRecord | undefined;
    /** Logs out until its next file comes; nothing of it may be on its way. The lock stays: this run is not done here. */
    pause(): void;
    /** Logs out and gives the lock back. A file that comes later opens it again. */
    close(): void;
}
export {};
