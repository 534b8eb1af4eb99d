import { map, pipe } from "rxjs";
import { assignments } from "../config/assignments.ts";
import { fieldNames } from "../config/fieldNames.ts";
import { recordTypes } from "../config/recordTypes.ts";
import { UsageError } from "../records/fault.ts";
import { changedRecord } from "./map/changedRecord.ts";
import { noted, noteOfTypes } from "./noteOfTypes.ts";
import { defineStage } from "./stage.ts";

const options = {
  set: {
    kind: assignments,
    default: [],
    help: "a field's new value, in which {name} stands for the value of the field `name`",
  },
  drop: { kind: fieldNames, default: [], help: "fields to leave out" },
  types: { kind: recordTypes, default: ["file"], help: "types of the records to change; all others pass" },
} as const;

/** Without them nobody knows what a record is, whose it is, and how its stream ended; and the sums are those of a server. */
const FIXED: ReadonlySet<string> = new Set(["type", "run", "by", "server"]);

/** Changes fields of records. A file's `name` is where it lands below its server's folder. */
export const mapStage = defineStage({
  name: "map",
  summary: "Change fields of records",
  scope: "server",
  offline: true,
  main: "set",
  options,
  examples: [
    ["ftp-list cfg.yaml | ftp-map 'name=2026/{name}' | ftp-fetch | ftp-report", "files land in a folder of their own"],
    ["ftp-map 'office={server}' --drop modified_from < listed.ndjson", "one field more and one less"],
  ],
  operator({ set, drop, types }, context) {
    checkFields([...set.map(({ field }) => field), ...drop]);
    const isMeant = new Set<string>(types);
    return pipe(
      noted(noteOfTypes("map", types), context),
      map((record) => (isMeant.has(record.type) ? changedRecord(record, set, drop) : record)),
    );
  },
});

function checkFields(fields: readonly string[]): void {
  const fixed = fields.find((field) => FIXED.has(field));
  if (fixed !== undefined)
    throw new UsageError(`map: \`${fixed}\` says what a record is, and whose; it can't be changed`);
}
