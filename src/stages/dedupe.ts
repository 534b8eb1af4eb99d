import { defer, filter } from "rxjs";
import { fieldNames } from "../config/fieldNames.ts";
import { type AnyRecord, isControl } from "../records/record.ts";
import { LatestKeys } from "./dedupe/latestKeys.ts";
import { defineStage } from "./stage.ts";

const options = {
  by: {
    kind: fieldNames,
    help: "fields in which files that count as one agree; server and path unless given",
  },
} as const;

/** Of files that are the same the first one passes; so do all records that are no files. */
export const dedupeStage = defineStage({
  name: "dedupe",
  summary: "Let each file through once",
  scope: "run",
  main: "by",
  options,
  examples: [
    ["cat monday.ndjson tuesday.ndjson | ftp-dedupe | ftp-fetch | ftp-report", "files that were listed twice, once"],
    ["ftp-list cfg.yaml | ftp-dedupe --by name,size | ftp-fetch", "of copies on several servers the first"],
  ],
  operator:
    ({ by }) =>
    (source) =>
      defer(() => {
        const keyOf = by === undefined ? keyOfFile : keyBy(by);
        const seen = new LatestKeys();
        return source.pipe(filter((record) => isControl(record) || seen.add(keyOf(record))));
      }),
});

/** A listed file and the same one fetched are two things. */
function keyOfFile({ type, server, path, raw }: AnyRecord): string {
  return JSON.stringify([type, server, raw ?? path]);
}

function keyBy(fields: readonly string[]): (record: AnyRecord) => string {
  return (record) => JSON.stringify([record.type, ...fields.map((field) => record[field])]);
}
