import { join } from "node:path";
import type { Observable } from "rxjs";
import { connections } from "../config/connections.ts";
import { foldersDeep } from "../config/foldersDeep.ts";
import type { OptionValues } from "../config/options.ts";
import { boundedMergeMap } from "../flow/boundedMergeMap.ts";
import { bypass } from "../flow/bypass.ts";
import { fromBatches } from "../flow/fromBatches.ts";
import { Fault } from "../records/fault.ts";
import type { AnyRecord, ServerRecord } from "../records/record.ts";
import type { StageContext } from "./context.ts";
import { fileSelection } from "./list/fileSelection.ts";
import { fileSelectionOptions } from "./list/fileSelectionOptions.ts";
import { walk } from "./list/walk.ts";
import { failureRecord, listedRecord } from "./list/walkRecords.ts";
import { serversAtOnce } from "./serversAtOnce.ts";
import { defineStage } from "./stage.ts";

const options = {
  ...fileSelectionOptions,
  depth: {
    kind: foldersDeep,
    help: "folders deep; 1 is only the files right in the path; all of them unless given",
  },
  jobs: {
    kind: connections,
    short: "j",
    help: "connections to one server, each of which lists a folder: as many as fetching has; for `ftp-list`, one unless given",
  },
  servers: serversAtOnce,
} as const;

/** Walks servers: takes `server` records, hands them on, and adds `file` records and a `listed` record for each. */
export const listStage = defineStage({
  name: "list",
  summary: "List the files of servers",
  scope: "server",
  makes: ["file", "listed", "skipped", "failure"],
  options,
  examples: [
    ["ftp-list cfg.yaml", "all files of all servers"],
    ["ftp-list cfg.yaml branch-001 --include '*.csv' --newer-than 1d", "a day's csv files of one server"],
    ["ftp-servers cfg.yaml | grep -v branch-007 | ftp-list", "servers chosen by any program"],
  ],
  operator: (values, context) => (source) =>
    source.pipe(
      bypass(
        isServer,
        boundedMergeMap((server) => listServer(server, values, context), values.servers),
        (record) => [record],
      ),
    ),
});

/** A `server` record as it may come from `jq` or from people: `config` may be missing where --config stands for it. */
type NamedServer = AnyRecord & Pick<ServerRecord, "server">;

function isServer(record: AnyRecord): record is NamedServer {
  return record.type === "server" && typeof record["server"] === "string";
}

function listServer(
  record: NamedServer,
  values: OptionValues<typeof options>,
  context: StageContext,
): Observable<AnyRecord> {
  return fromBatches(async function* (unsubscribed) {
    yield [record];
    const config = typeof record["config"] === "string" ? record["config"] : "";
    const stamp = { run: record.run ?? context.run, by: context.by };
    const signal = AbortSignal.any([context.signal, unsubscribed]);
    try {
      const settings = context.settings(config, record.server);
      const selection = fileSelection(values, settings.timezone, Date.now());
      const { pool, end } = context.pools.use(settings);
      const spillFolder = join(context.stateFolder, "spill");
      const { depth, jobs = settings.connections } = values;
      const foldersAtOnce = Math.min(jobs === "auto" ? settings.connections : jobs, settings.connections);
      try {
        yield* walk({ settings, pool, signal, selection, depth, foldersAtOnce, stamp, spillFolder });
      } finally {
        end();
      }
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const server = { ...stamp, server: record.server, config };
      yield [failureRecord(server, undefined, error)];
      yield [listedRecord(server, { directories: 0, files: 0, complete: false, ms: 0 })];
    }
  });
}
