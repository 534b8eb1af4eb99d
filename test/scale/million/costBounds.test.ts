import { describe, expect, it } from "vitest";
import { isKept } from "../bounds.ts";
import type { MeasuredRun, ProcessCost } from "../measuredRun.ts";
import { memoryBounds, openBounds } from "./costBounds.ts";

function runOf(...costs: readonly Partial<ProcessCost>[]): MeasuredRun {
  const none = { mostRss_KiB: 0, user_s: 0, system_s: 0, wall_s: 0, mostDescriptors: 0, mostSockets: 0 };
  const whole = costs.map((cost) => ({ command: "ftp-list", ...none, ...cost }));
  return { stdout: "", stderr: "", code: 0, codes: [], wall_s: 0, costs: whole };
}

describe("the judge of a million files", () => {
  const small = runOf({ mostRss_KiB: 100_000 });

  it.each([
    ["lets a peak be twice as high", runOf({ mostRss_KiB: 200_000 }), true],
    ["notices one that is higher", runOf({ mostRss_KiB: 200_001 }), false],
    ["notices a process that did not come to its end", runOf(), false],
    ["notices a process that another one stands for", runOf({ command: "ftp-report", mostRss_KiB: 1 }), false],
  ])("%s", (_, run, kept) => {
    expect(memoryBounds("pipe", run, small).map(isKept)).toEqual([kept]);
  });

  it("lets who fetches know which files it has claimed", () => {
    const fetching = (mostRss_KiB: number) => runOf({ command: "ftp-fetch", mostRss_KiB });
    expect(memoryBounds("pipe", fetching(265_536), fetching(100_000)).map(isKept)).toEqual([true]);
    expect(memoryBounds("pipe", fetching(265_537), fetching(100_000)).map(isKept)).toEqual([false]);
  });

  it("notices more sockets or files than the connections stand for", () => {
    expect(openBounds({ a: runOf({ mostSockets: 100, mostDescriptors: 190 }) }).map(isKept)).toEqual([true, true]);
    expect(openBounds({ a: runOf(), b: runOf({ mostSockets: 106 }) }).map(isKept)).toEqual([false, true]);
    expect(openBounds({ a: runOf({ mostDescriptors: 191 }) }).map(isKept)).toEqual([true, false]);
  });
});
