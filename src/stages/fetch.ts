import { join } from "node:path";
import { concat, defer, finalize, map, pipe } from "rxjs";
import { connections } from "../config/connections.ts";
import { duration, path, rate, switchKind } from "../config/kinds.ts";
import { segments } from "../config/segmentsKind.ts";
import { bypass } from "../flow/bypass.ts";
import { eachOf } from "../flow/eachOf.ts";
import { fairMergeMap } from "../flow/fairMergeMap.ts";
import { orderedMergeMap } from "../flow/orderedMergeMap.ts";
import { Fault } from "../records/fault.ts";
import type { SinkFile } from "../sink/sink.ts";
import type { OpenDesk } from "./fetch/desk.ts";
import { type Attended, Desks } from "./fetch/desks.ts";
import { heldAlready } from "./fetch/heldAlready.ts";
import { type Landed, Landing } from "./fetch/landing.ts";
import { download, failure } from "./fetch/outcomes.ts";
import { spilledFile } from "./fetch/spilledFile.ts";
import { isWanted, sinkFile, type WantedFile, wantedFile } from "./fetch/wantedFile.ts";
import { onSession, Tries } from "./onSession.ts";
import { serversAtOnce } from "./serversAtOnce.ts";
import { defineStage } from "./stage.ts";

/** With `keepOrder`: files that may be begun from the oldest on that has no outcome. The outcomes of those that are over wait in memory. */
const ORDER_WINDOW = 1_000;

const options = {
  jobs: {
    kind: connections,
    short: "j",
    help: "connections to one server; stands for `defaults.connections`, below a server's own `connections`; auto: as many as are worth it",
  },
  rate: {
    kind: rate,
    help: "bytes of files a second at most, from all servers together; stands for `rate` at the configuration's top",
  },
  segments: {
    kind: segments,
    help: "sessions that fetch one large file together, or `auto`; stands for `defaults.segments`",
  },
  to: { kind: path, help: "folder that holds the servers' folders, instead of the configuration's `buffer_path`" },
  waitLock: { kind: duration, default: 0, help: "how long to wait for another run that works on the same folder" },
  servers: serversAtOnce,
  keepOrder: {
    kind: switchKind,
    default: false,
    help: `outcomes in the order of the input; at most ${ORDER_WINDOW} files are begun ahead of one that is slow`,
  },
  checksum: {
    kind: switchKind,
    default: false,
    help: "put the sha256 of what was written into each file's record",
  },
} as const;

/** Fetches files: takes `file` records in, gives one outcome for each, and a `harvested` record for each server. */
export const fetchStage = defineStage({
  name: "fetch",
  summary: "Fetch the files of a listing",
  scope: "server",
  takes: ["file"],
  makes: ["download", "failure", "harvested"],
  options,
  examples: [
    ["ftp-list cfg.yaml | ftp-fetch -j 5 | ftp-report", "harvest all servers"],
    ["ftp-fetch --to /data < listed.ndjson", "fetch what a saved listing says"],
  ],
  operator: (values, context) => (source) =>
    defer(() => {
      const desks = new Desks(values, context);
      const fetched = (file: WantedFile) => fetchFile(file, desks);
      const spill = {
        folder: join(context.stateFolder, "spill"),
        codec: spilledFile,
        note: (message: string) => context.note(message),
      };
      const attend = values.keepOrder
        ? orderedMergeMap(desks, fetched, ORDER_WINDOW, spill)
        : fairMergeMap(desks, fetched, spill);
      const outcomes = source.pipe(
        finalize(() => desks.inputIsOver()),
        bypass(
          isWanted,
          pipe(
            map((record) => desks.ask(wantedFile(record))),
            attend,
            eachOf((attended) => desks.handOn(attended)),
          ),
          (record) => desks.passOn(record),
        ),
      );
      return concat(
        outcomes,
        defer(() => desks.finish()),
      ).pipe(finalize(() => desks.close()));
    }),
});

/** The story of one file. */
async function fetchFile(file: WantedFile, desks: Desks): Promise<Attended> {
  const desk = desks.of(file);
  const started_ms = performance.now();
  const tries = new Tries();
  try {
    desk.signal.throwIfAborted();
    const place = desk.opened ?? (await desk.open());
    desk.checkConfig(file.config, place);
    const here = sinkFile(file, place.settings);
    const claimed = desks.claim(file, here, place.sink.foldedName(here));
    const held = heldAlready(file, here, place, claimed);
    const landed = held ?? (await land(file, here, place, tries));
    const status = held === undefined ? "fetched" : "unchanged";
    desk.count(status, held === undefined ? landed.size : 0);
    return { outcome: [download(file, desk, landed, { status, started_ms, attempts: tries.count })], desk };
  } catch (error) {
    if (desk.signal.aborted) return { outcome: [], desk };
    if (!(error instanceof Fault)) throw error;
    desk.count("failed");
    return { outcome: [failure(file, desk, error, tries.count)], desk };
  }
}

/** Gets a file onto the disk, in as many tries as it may have. Throws a `Fault` for one that is none to begin with. */
function land(file: WantedFile, here: SinkFile, place: OpenDesk, tries: Tries): Promise<Landed> {
  const landing = new Landing(file, here, place, tries);
  return onSession(place, (session) => landing.on(session), tries);
}
