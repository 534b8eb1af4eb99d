import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ServerSettings } from "../../../src/config/server.ts";
import { Pool } from "../../../src/ftp/pool.ts";
import { openFolderSink } from "../../../src/sink/folder.ts";
import { ClockSense } from "../../../src/stages/fetch/clockSense.ts";
import { type Landed, Landing } from "../../../src/stages/fetch/landing.ts";
import { Segmenting } from "../../../src/stages/fetch/segmenting.ts";
import { isWanted, wantedFile } from "../../../src/stages/fetch/wantedFile.ts";
import { onSession, Tries } from "../../../src/stages/onSession.ts";
import { StageWorld } from "../stageWorld.ts";
import { file, MODIFIED } from "./fetchInput.ts";

/** Pieces of small files. */
export const LEAST = 16 * 1024;
const SIZES = { from_bytes: { number: 4 * LEAST, auto: 8 * LEAST }, least_bytes: LEAST, least_ms: 3_600_000 };

interface Reached {
  readonly port: number;
}

/** A server's folder here, into which files are fetched in segments; with a sink like that of a run of its own. */
export class SegmentsHere implements Disposable {
  readonly folder: string;
  readonly stop = new AbortController();
  readonly pool: Pool;
  segmenting: Segmenting;
  readonly settings: ServerSettings;
  sink;
  readonly #world = new StageWorld();

  constructor({ port }: Reached, settings: Partial<ServerSettings> = {}, folder?: string) {
    this.folder = folder ?? mkdtempSync(join(tmpdir(), "fh-segments-"));
    this.#world.add("s", { port, connections: 5, segments: 5, ...settings });
    this.settings = this.#world.context("fetch-1").settings("", "s");
    this.pool = new Pool(this.settings);
    this.segmenting = new Segmenting(this.settings.segments, SIZES);
    this.sink = openFolderSink({ bufferPath: this.folder, owner: "0badcafe" });
  }

  /** Fetches `/a`, of so many bytes. Rejects with a `Fault`. */
  async fetch(size: number, { tries = new Tries(), modified = MODIFIED } = {}): Promise<Landed & { attempts: number }> {
    const record = file("a", size, { modified });
    if (!isWanted(record)) throw new Error("no file");
    const { pool, settings, sink, segmenting } = this;
    const senses = { clock: new ClockSense(), segmenting, checksum: "none" } as const;
    const place = { pool, settings, sink, signal: this.stop.signal, ...senses };
    const landing = new Landing(wantedFile(record), { server: "s", name: "a" }, place, tries);
    const landed = await onSession(place, (session) => landing.on(session), tries);
    return { ...landed, attempts: tries.count };
  }

  /** A session that another file waits for does not stay with a piece for long. */
  letGoAtOnce(): void {
    this.segmenting = new Segmenting(this.settings.segments, { ...SIZES, least_ms: 0 });
  }

  /** The next run begins; the one before was killed if its sink was not closed. */
  async nextRun(owner = "00000002"): Promise<void> {
    this.sink = openFolderSink({ bufferPath: this.folder, owner });
    await this.sink.recover({ server: "s", isActive: () => false, trusted: true });
  }

  get content(): string {
    return readFileSync(join(this.folder, "s", "a"), "latin1");
  }

  get names(): string[] {
    return readdirSync(join(this.folder, "s")).toSorted();
  }

  [Symbol.dispose](): void {
    this.stop.abort();
    this.pool.close();
    this.#world[Symbol.dispose]();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
