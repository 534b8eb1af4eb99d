import { defer, filter } from "rxjs";
import { fieldNames } from "../config/fieldNames.ts";
import { type AnyRecord, isControl } from "../records/record.ts";
import { LatestKeys } from "./latestKeys.ts";
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
  offline: true,
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
        const isFirst = (key: string | undefined): boolean => key === undefined || seen.add(key);
        return source.pipe(filter((record) => isControl(record) || isFirst(keyOf(record))));
      }),
});

/** A listed file and the same one fetched are two things. */
function keyOfFile({ type, server, path, raw }: AnyRecord): string {
  return JSON.stringify([type, server, raw ?? path]);
}

/** What a record does not tell never loses a file: without a value for each field it has no key, and is like no other. */
function keyBy(fields: readonly string[]): (record: AnyRecord) => string | undefined {
  return (record) => {
    const values = fields.map((field) => (Object.hasOwn(record, field) ? record[field] : undefined));
    if (values.some((value) => value === undefined || value === null)) return undefined;
    return JSON.stringify([record.type, ...values]);
  };
}
