import { resolve } from "node:path";
import { concat, connect, defer, filter, finalize, merge, mergeMap, tap } from "rxjs";
import { duration, integer, text } from "../config/kinds.ts";
import type { OptionValues } from "../config/options.ts";
import { type Fairness, fairMergeMap } from "../flow/fairMergeMap.ts";
import { Fault } from "../records/fault.ts";
import type { AnyRecord, FileRecord, ListedRecord, ServerRecord } from "../records/record.ts";
import type { StageContext } from "./context.ts";
import { faultRecord } from "./faultRecord.ts";
import { Desk, deskKey } from "./fetch/desk.ts";
import { fetchFile } from "./fetch/fetchFile.ts";
import { serversAtOnce } from "./serversAtOnce.ts";
import { defineStage } from "./stage.ts";

const options = {
  jobs: {
    kind: integer(1, 1_000),
    short: "j",
    help: "connections to one server; stands for `defaults.connections`, below a server's own `connections`",
  },
  to: { kind: text, help: "folder that holds the servers' folders, instead of the configuration's `buffer_path`" },
  waitLock: { kind: duration, default: 0, help: "how long to wait for another run that works on the same folder" },
  servers: serversAtOnce,
} as const;

/** Fetches files: takes `file` records in, gives one outcome for each, and a `harvested` record for each server. */
export const fetchStage = defineStage({
  name: "fetch",
  summary: "Fetch the files of a listing",
  scope: "server",
  options,
  examples: [
    ["ftp-list cfg.yaml | ftp-fetch -j 5 | ftp-report", "harvest all servers"],
    ["ftp-fetch --to /data < listed.ndjson", "fetch what a saved listing says"],
  ],
  operator: (values, context) => (source) => {
    const desks = new Desks(values, context);
    const outcomes = source.pipe(
      tap({ complete: () => desks.inputIsOver() }),
      connect((records) =>
        merge(
          records.pipe(mergeMap((record) => (record.type === "file" ? [] : desks.note(record)))),
          records.pipe(filter(isWhole)).pipe(
            tap((file) => desks.ask(file)),
            fairMergeMap(desks, (file) => desks.fetch(file)),
            mergeMap((written) => written),
          ),
          records.pipe(
            mergeMap((record) => (record.type === "file" && !isWhole(record) ? [desks.refuse(record)] : [])),
          ),
        ),
      ),
    );
    return concat(
      outcomes,
      defer(() => desks.finish()),
    ).pipe(finalize(() => desks.close()));
  },
});

/** The servers of this stage's stream, each with its desk. */
class Desks implements Fairness<FileRecord> {
  readonly keysAtOnce: number;
  readonly keyOf: (file: FileRecord) => string = deskKey;
  readonly #desks = new Map<string, Desk>();
  readonly #values: OptionValues<typeof options>;
  readonly #context: StageContext;
  #inputOpen = true;

  constructor(values: OptionValues<typeof options>, context: StageContext) {
    this.#values = values;
    this.#context = context;
    this.keysAtOnce = values.servers;
  }

  inputIsOver(): void {
    this.#inputOpen = false;
  }

  atOnce(file: FileRecord): number {
    return this.#of(file).atOnce;
  }

  ask(file: FileRecord): void {
    this.#of(file).ask();
  }

  /** One file, to its outcome. */
  async fetch(file: FileRecord): Promise<readonly AnyRecord[]> {
    const desk = this.#of(file);
    const { by, signal } = this.#context;
    const outcome = await fetchFile({ file, by, signal, open: () => desk.open() });
    if (outcome === undefined) return [];
    if (outcome.type === "failure") desk.count("failed");
    else desk.count(outcome.status, outcome.status === "fetched" ? outcome.bytes : 0);
    return [outcome, ...this.#ifDone(desk)];
  }

  /** Records that are not files pass; some tell how many files a server has. */
  note(record: AnyRecord): readonly AnyRecord[] {
    if (isServer(record)) this.#of(record).meet(record);
    if (!isListed(record)) return [record];
    const desk = this.#of(record);
    desk.expect(record.files);
    return [record, ...this.#ifDone(desk)];
  }

  /** A `file` record without what it takes to fetch it. */
  refuse(record: AnyRecord): AnyRecord {
    const { run, by } = this.#context;
    const fault = new Fault("protocol", "a file record needs the texts `server`, `path` and `name`");
    return faultRecord(fault, { run: record.run ?? run, by, stage: "fetch" });
  }

  /** The end of the input: every server's sums that have not been told. */
  finish(): readonly AnyRecord[] {
    return [...this.#desks.values()].flatMap((desk) => this.#tell(desk));
  }

  close(): void {
    for (const desk of this.#desks.values()) desk.close();
  }

  #ifDone(desk: Desk): readonly AnyRecord[] {
    return desk.done ? this.#tell(desk) : [];
  }

  #tell(desk: Desk): readonly AnyRecord[] {
    desk.close();
    const harvested = desk.harvested();
    return harvested === undefined ? [] : [harvested];
  }

  #of(record: ServerRecord | FileRecord | ListedRecord): Desk {
    const key = deskKey(record);
    let desk = this.#desks.get(key);
    if (desk === undefined) {
      const { jobs, to, waitLock } = this.#values;
      desk = new Desk({
        run: record.run ?? this.#context.run,
        server: record.server,
        config: record.config,
        context: this.#context,
        overrides: { jobs, to: to === undefined ? undefined : resolve(to) },
        waitLock_ms: waitLock,
        inputOpen: () => this.#inputOpen,
      });
      this.#desks.set(key, desk);
    }
    return desk;
  }
}

function isWhole(record: AnyRecord): record is FileRecord {
  return (
    record.type === "file" &&
    [record["server"], record["path"], record["name"]].every((value) => typeof value === "string")
  );
}

function isServer(record: AnyRecord): record is ServerRecord {
  return record.type === "server" && typeof record["server"] === "string" && typeof record["buffer_path"] === "string";
}

function isListed(record: AnyRecord): record is ListedRecord {
  return record.type === "listed" && typeof record["server"] === "string" && typeof record["files"] === "number";
}
