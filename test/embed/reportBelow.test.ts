import { lastValueFrom, NEVER, of } from "rxjs";
import { expect, it } from "vitest";
import { NO_REPORT, toldTo } from "../../src/embed/reportBelow.ts";
import { Surroundings } from "../../src/embed/surroundings.ts";
import type { AnyRecord, SourceRecord } from "../../src/records/record.ts";

/** A report, and what it still has to ask at its end. */
function listening() {
  const sources = new Set<() => SourceRecord>();
  const tellAtEnd = (source: () => SourceRecord) => {
    sources.add(source);
    return () => void sources.delete(source);
  };
  return { report: { ...NO_REPORT, tellAtEnd }, ended: () => [...sources].map((source) => source()) };
}

const context = new Surroundings({}).context("x", NO_REPORT);
const record: AnyRecord = { type: "x" };

it("a report keeps nothing of a stage that came to its end and has nothing else to say, though there be one a record", async () => {
  const { report, ended } = listening();
  await lastValueFrom(of(record).pipe(toldTo(report, context, { stage: "x" })));
  expect(ended()).toEqual([]);
});

it("a report hears at its end of what a stage was to do, and of one whose reader left", async () => {
  const { report, ended } = listening();
  await lastValueFrom(of(record).pipe(toldTo(report, context, { stage: "x", to: "/data" })));
  await lastValueFrom(of(record).pipe(toldTo(report, context, { stage: "x", selection: [] })));
  NEVER.pipe(toldTo(report, context, { stage: "x" }))
    .subscribe()
    .unsubscribe();
  expect(ended()).toMatchObject([{ how: "ended", to: "/data" }, { how: "ended", selection: [] }, { how: "closed" }]);
});
