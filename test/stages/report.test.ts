import { readdirSync, readlinkSync } from "node:fs";
import { setImmediate as turn } from "node:timers/promises";
import { from, lastValueFrom, Subject, toArray } from "rxjs";
import { describe, expect, it } from "vitest";
import { Pools } from "../../src/ftp/pools.ts";
import type { AnyRecord } from "../../src/records/record.ts";
import type { StageContext } from "../../src/stages/context.ts";
import { reportStage, resultsOf } from "../../src/stages/report.ts";
import { download, harvested, listed } from "./report/harvest.ts";

function contextWith(notes: string[]): StageContext {
  return {
    run: "r1",
    by: "report-1",
    signal: new AbortController().signal,
    settings: () => expect.unreachable("the report needs no settings"),
    select: () => expect.unreachable("the report selects nothing"),
    pools: new Pools(),
    stateFolder: "/nowhere",
    ending: () => {},
    damaged: () => {},
    note: (message) => notes.push(message),
  };
}

/** Of reports, that this process has open. */
function namelessFiles(): number {
  return readdirSync("/proc/self/fd").filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).includes("/ftp-harvest-");
    } catch {
      return false;
    }
  }).length;
}

const values = { format: undefined, withUnchanged: false } as const;

describe("the report as a stage", () => {
  it("gives one value at the end of its input: the result set, to be read and closed by who takes it", async () => {
    const notes: string[] = [];
    const records = [download("a"), listed(2), harvested({ fetched: 1 })];
    const report = from(records).pipe(reportStage.operator(values, contextWith(notes)), toArray());
    const emitted = await lastValueFrom(report);
    expect(emitted).toHaveLength(1);
    const [results] = emitted.map(resultsOf);
    expect([...(results ?? [])]).toEqual([["s", 0, 1, "/data/s", [["a", 1]]]]);
    results?.close();
    expect(notes).toEqual(["filtered: 1 of 2 listed files were asked for"]);
  });

  it("starts anew with each subscription", async () => {
    const report = from([download("a")]).pipe(reportStage.operator(values, contextWith([])));
    for (let time = 0; time < 2; time++) {
      const results = resultsOf(await lastValueFrom(report));
      expect(results?.servers.map(({ fetched }) => fetched)).toEqual([1]);
      results?.close();
    }
  });

  it("gives nothing when it is unsubscribed from, and passes errors on", () => {
    const input = new Subject<AnyRecord>();
    const seen: unknown[] = [];
    const report = input.pipe(reportStage.operator(values, contextWith([])));
    report.subscribe({ next: (value) => seen.push(value) }).unsubscribe();
    report.subscribe({ next: (value) => seen.push(value), error: (error) => seen.push(error) });
    input.next(download("a"));
    input.error("broken");
    expect(seen).toEqual(["broken"]);
  });

  it("leaves no file open when it is unsubscribed from while it weighs what came", async () => {
    const before = namelessFiles();
    const records = Array.from({ length: 50_000 }, (_, n) => download(`${n}`));
    const seen: unknown[] = [];
    const report = from(records).pipe(reportStage.operator(values, contextWith([])));
    const subscription = report.subscribe((value) => seen.push(value));
    expect(namelessFiles()).toBe(before + 1);
    await turn();
    subscription.unsubscribe();
    for (let turns = 0; turns < 1_000; turns++) await turn();
    expect(namelessFiles()).toBe(before);
    expect(seen).toEqual([]);
  });

  it("tells its results from other records", () => {
    expect(resultsOf(download("a", { results: {} }))).toBeUndefined();
  });
});
