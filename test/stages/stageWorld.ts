import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { from, lastValueFrom, type ObservableInput, type OperatorFunction, toArray } from "rxjs";
import type { ServerSettings } from "../../src/config/server.ts";
import { Pools } from "../../src/ftp/pools.ts";
import { Fault } from "../../src/records/fault.ts";
import type { AnyRecord } from "../../src/records/record.ts";
import type { StageContext } from "../../src/stages/context.ts";
import { AMPLE } from "../ftp/addressOf.ts";

/** A stage's surroundings, made by hand: servers with their settings, a folder for files, a signal. */
export class StageWorld implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), "fh-stage-"));
  readonly stop = new AbortController();
  readonly pools = new Pools();
  readonly notes: string[] = [];
  /** What was said of how saved streams ended. */
  readonly endings: AnyRecord[] = [];
  /** What was said to be damaged. */
  readonly damage: string[] = [];
  readonly #settings = new Map<string, ServerSettings>();

  /** Makes a server known. */
  add(server: string, settings: Partial<ServerSettings> & { readonly port: number }): AnyRecord {
    const order = this.#settings.size;
    this.#settings.set(server, {
      server,
      config: "/cfg.yaml",
      host: "127.0.0.1",
      paths: ["/"],
      user: "u",
      password: "p",
      secure: "none",
      ca: undefined,
      insecure: false,
      connections: 2,
      segments: 1,
      timezone: "UTC",
      encoding: "utf-8",
      timeout_ms: 5_000,
      connect_timeout_ms: settings.timeout_ms ?? 5_000,
      retries: 0,
      retry_delay_ms: 1,
      connect_interval_ms: 0,
      ...AMPLE,
      if_exists: "same",
      links: "files",
      local_names: "decoded",
      verify: "size",
      fsync: false,
      buffer_path: this.folder,
      order,
      ...settings,
    });
    return { type: "server", run: "r", by: "servers-1", server, config: "/cfg.yaml", order, buffer_path: this.folder };
  }

  context(by: string): StageContext {
    return {
      run: "r",
      by,
      signal: this.stop.signal,
      pools: this.pools,
      settings: (_, server, { jobs: given, segments, to } = {}) => {
        const jobs = given === "auto" ? undefined : given;
        const known = this.#settings.get(server);
        if (known === undefined) throw new Fault("config", `no server ${server}`);
        return {
          ...known,
          connections: jobs ?? known.connections,
          segments: segments ?? known.segments,
          buffer_path: to ?? known.buffer_path,
        };
      },
      select: () => [...this.#settings.values()],
      stateFolder: join(this.folder, "state"),
      ending: (record) => void this.endings.push(record),
      damaged: (message) => void this.damage.push(message),
      note: (message) => void this.notes.push(message),
    };
  }

  [Symbol.dispose](): void {
    this.stop.abort();
    this.pools.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** All that a stage makes of some records. */
export function collect(
  input: ObservableInput<AnyRecord>,
  stage: OperatorFunction<AnyRecord, AnyRecord>,
): Promise<AnyRecord[]> {
  return lastValueFrom(from(input).pipe(stage, toArray()));
}

/** The values of one field, of the records of one type. */
export function fieldOf(records: readonly AnyRecord[], type: string, field: string): unknown[] {
  return records.filter((record) => record.type === type).map((record) => record[field]);
}
