import { concat, from } from "rxjs";
import { globs, path } from "../config/kinds.ts";
import type { OptionTable } from "../config/options.ts";
import type { ServerSettings } from "../config/server.ts";
import type { ServerRecord } from "../records/record.ts";
import { defineStage } from "./stage.ts";

/** Which servers of a configuration take part. */
export const serverSelectionOptions = {
  only: { kind: globs, help: "only servers whose name matches" },
  except: { kind: globs, help: "no servers whose name matches" },
} as const satisfies OptionTable;

/** Begins a pipe: one `server` record for each server that takes part, in the configuration's order. */
export const serversStage = defineStage({
  name: "servers",
  summary: "Say which servers take part",
  scope: "run",
  main: "config",
  place: "first",
  makes: ["server"],
  options: { config: { kind: path, default: "cfg.yaml", help: "the configuration" }, ...serverSelectionOptions },
  examples: [
    ["ftp-servers cfg.yaml", "all servers"],
    ["ftp-servers cfg.yaml --only 'branch-0*' | ftp-list | ftp-fetch | ftp-report", "harvest some"],
  ],
  operator:
    ({ config, only, except }, context) =>
    (source) => {
      const selected = context.select(config, { names: [], only, except });
      return concat(source, from(selected.map((settings) => serverRecord(settings, context))));
    },
});

/** What the stream may know of a server: everything but its secrets. */
export function serverRecord(
  settings: ServerSettings,
  stamp: { readonly run: string; readonly by: string },
): ServerRecord {
  const { server, config, host, port, paths, order, buffer_path } = settings;
  const { run, by } = stamp;
  return { type: "server", run, by, server, config, host, port, paths, order, buffer_path };
}

/** The selection as a journal keeps it: what must be in the report even if the stage is killed. */
export function selectionOf(selected: readonly ServerSettings[]): { server: string; buffer_path: string }[] {
  return selected.map(({ server, buffer_path }) => ({ server, buffer_path }));
}
