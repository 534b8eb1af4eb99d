import { defer, filter } from "rxjs";
import { conditions } from "../config/conditions.ts";
import { isControl } from "../records/record.ts";
import { chosenFiles } from "./filter/chosenFiles.ts";
import { fulfils } from "./filter/fulfils.ts";
import { fileSelectionOptions } from "./list/fileSelectionOptions.ts";
import { defineStage } from "./stage.ts";

const options = {
  ...fileSelectionOptions,
  match: {
    kind: conditions,
    default: [],
    help: "only files of which this holds: a field, one of = != < <= > >= ~ !~ (~ takes a regular expression), a value",
  },
} as const;

/** Chooses among files, listed or fetched; all other records pass, so that what went wrong stays known. */
export const filterStage = defineStage({
  name: "filter",
  summary: "Choose among the files of a stream",
  scope: "server",
  options,
  examples: [
    ["ftp-list cfg.yaml | ftp-filter --include '*.csv' | ftp-fetch | ftp-report", "only csv files"],
    ["ftp-filter --match 'size>10MB' --match 'server~^branch-0' < listed.ndjson", "large files of some servers"],
  ],
  operator: (values, context) => (source) =>
    defer(() => {
      const isChosen = chosenFiles(values, context);
      const tests = values.match.map(fulfils);
      return source.pipe(
        filter((record) => isControl(record) || (isChosen(record) && tests.every((holds) => holds(record)))),
      );
    }),
});
