import { concat, defer, finalize, ignoreElements, map, Observable, tap } from "rxjs";
import { choice, switchKind } from "../config/kinds.ts";
import type { AnyRecord } from "../records/record.ts";
import { ResultCollector } from "./report/resultCollector.ts";
import { ResultSet } from "./report/resultSet.ts";
import { defineStage } from "./stage.ts";

const options = {
  format: {
    kind: choice("json", "rows", "table", "csv"),
    help: "how to print it; a table on a terminal, else json",
  },
  withUnchanged: { kind: switchKind, default: false, help: "list and count the files that were here already, too" },
} as const;

/** Takes in a whole stream and gives one value at its end: the result set, see `resultsOf`. Who takes it must close it. */
export const reportStage = defineStage({
  name: "report",
  summary: "Tell what came of a harvest, server by server",
  scope: "run",
  main: "format",
  place: "last",
  options,
  examples: [
    ["ftp-list cfg.yaml | ftp-fetch | ftp-report", "the result set as JSON, as a table on a terminal"],
    ["cat *.ndjson | ftp-report --format csv", "several harvests in one, a row a file"],
  ],
  operator:
    ({ withUnchanged }, context) =>
    (source) =>
      defer(() => {
        // Whether an input had a byte is known to those who read it.
        const collector = new ResultCollector({
          withUnchanged,
          allowEmpty: true,
          note: (message) => context.note(message),
        });
        return concat(
          source.pipe(
            tap((record) => collector.add(record)),
            ignoreElements(),
          ),
          finished(collector).pipe(
            map((results): AnyRecord => ({ type: "result_set", run: context.run, by: context.by, results })),
          ),
        ).pipe(finalize(() => collector.close()));
      }),
});

/** Closes the result set itself where nobody waits for it any more. */
function finished(collector: ResultCollector): Observable<ResultSet> {
  return new Observable((subscriber) => {
    collector.finish().then(
      (results) => {
        if (subscriber.closed) results.close();
        subscriber.next(results);
        subscriber.complete();
      },
      (error: unknown) => subscriber.error(error),
    );
  });
}

/** The result set in what the report emits; undefined in any other record. */
export function resultsOf(record: AnyRecord): ResultSet | undefined {
  const { results } = record;
  return results instanceof ResultSet ? results : undefined;
}
