import { concat, connect, defer, filter, finalize, map, merge, mergeMap, tap } from "rxjs";
import { duration, integer, path } from "../config/kinds.ts";
import type { ServerSettings } from "../config/server.ts";
import { fairMergeMap } from "../flow/fairMergeMap.ts";
import { namesIn } from "../ftp/names.ts";
import type { Session } from "../ftp/session.ts";
import { Fault } from "../records/fault.ts";
import type { AnyRecord } from "../records/record.ts";
import { modifiedToMs } from "../sink/modified.ts";
import type { Incoming, Sink } from "../sink/sink.ts";
import type { Desk } from "./fetch/desk.ts";
import { Desks } from "./fetch/desks.ts";
import { heldAlready } from "./fetch/heldAlready.ts";
import { download, failure } from "./fetch/outcomes.ts";
import { isWanted, sinkFile, type WantedFile, wantedFile } from "./fetch/wantedFile.ts";
import { onSession, Tries } from "./onSession.ts";
import { serversAtOnce } from "./serversAtOnce.ts";
import { defineStage } from "./stage.ts";

const options = {
  jobs: {
    kind: integer(1, 1_000),
    short: "j",
    help: "connections to one server; stands for `defaults.connections`, below a server's own `connections`",
  },
  to: { kind: path, help: "folder that holds the servers' folders, instead of the configuration's `buffer_path`" },
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
  operator: (values, context) => (source) =>
    defer(() => {
      const desks = new Desks(values, context);
      const outcomes = source.pipe(
        tap({ complete: () => desks.inputIsOver() }),
        connect((records) =>
          merge(
            records.pipe(
              filter((record) => !isWanted(record)),
              mergeMap((record) => desks.passOn(record)),
            ),
            records.pipe(
              filter(isWanted),
              map(wantedFile),
              tap((file) => desks.of(file).ask()),
              fairMergeMap(desks, (file) => fetchFile(file, desks.of(file))),
              mergeMap(({ outcome, desk }) => [...outcome, ...desks.ifDone(desk)]),
            ),
          ),
        ),
      );
      return concat(
        outcomes,
        defer(() => desks.finish()),
      ).pipe(finalize(() => desks.close()));
    }),
});

/** The story of one file. Without an outcome when it was abandoned: it counts as not started. */
async function fetchFile(file: WantedFile, desk: Desk): Promise<{ outcome: readonly AnyRecord[]; desk: Desk }> {
  const started_ms = performance.now();
  const tries = new Tries();
  try {
    desk.signal.throwIfAborted();
    const { settings, pool, sink } = await desk.open();
    const held = heldAlready(file, sink, settings);
    const work = { pool, settings, signal: desk.signal };
    const here = held ?? (await onSession(work, (session) => land(file, session, sink, settings, tries), tries));
    const status = held === undefined ? "fetched" : "unchanged";
    desk.count(status, held === undefined ? here.size : 0);
    return { outcome: [download(file, desk, { status, ...here, started_ms, attempts: tries.count })], desk };
  } catch (error) {
    if (desk.signal.aborted) return { outcome: [], desk };
    if (!(error instanceof Fault)) throw error;
    desk.count("failed");
    return { outcome: [failure(file, desk, error, tries.count)], desk };
  }
}

/** One try at getting a file onto the disk: in the end it is there whole under its name, or nothing is. */
async function land(
  file: WantedFile,
  session: Session,
  sink: Sink,
  settings: ServerSettings,
  tries: Tries,
): Promise<{ local: string; size: number }> {
  const incoming: Incoming = sink.begin(sinkFile(file, settings));
  try {
    const path = namesIn(settings.encoding).encode(file.path, file.raw);
    const size = await session.retrieve(path, file.size, (offset, bytes) => {
      tries.heard = true;
      return incoming.write(offset, bytes);
    });
    await incoming.commit(file.modified === null ? null : (modifiedToMs(file.modified, settings.timezone) ?? null));
    return { local: incoming.local, size };
  } catch (error) {
    incoming.abort();
    throw error;
  }
}
