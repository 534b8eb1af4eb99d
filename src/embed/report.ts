import { concat, defer, filter, map, merge, type OperatorFunction, Subject, tap } from "rxjs";
import type { OptionInputs } from "../config/options.ts";
import { optionValues } from "../config/optionValues.ts";
import type { AnyRecord } from "../records/record.ts";
import type { ResultSet } from "../stages/report/resultSet.ts";
import { reportStage, resultsOf } from "../stages/report.ts";
import { above, contextAt, enclosed } from "./enclosed.ts";

/** How it is printed is for `ResultSet.toString(format)` to say. */
const { format, ...options } = reportStage.options;

export const reportOptions = options;

/** Takes in a whole stream and gives one `ResultSet` at its end. Who gets it must close it (`using results = …`). */
export function report(given: OptionInputs<typeof reportOptions> = {}): OperatorFunction<AnyRecord, ResultSet> {
  const values = { format: undefined, ...optionValues("report", reportOptions, given) };
  return (source) =>
    enclosed((place) => {
      const told = new Subject<AnyRecord>();
      const sources = new Set<() => AnyRecord>();
      const below = {
        tell: (record: AnyRecord) => told.next(record),
        tellAtEnd(source: () => AnyRecord) {
          sources.add(source);
          return () => void sources.delete(source);
        },
      };
      const heard = above(below, place, source).pipe(tap({ complete: () => told.complete() }));
      return concat(
        merge(told, heard),
        defer(() => [...sources].map((source) => source())),
      ).pipe(
        reportStage.operator(values, contextAt(place, "report")),
        map(resultsOf),
        filter((results) => results !== undefined),
      );
    });
}
