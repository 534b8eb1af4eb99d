import { describe, expect, it } from "vitest";
import { EarlierTries } from "../../../src/stages/fetch/earlierTries.ts";

const ONE = { size: 3, modified: "2026-01-02T03:04:05Z" };
const OTHER = { size: 3, modified: "2026-01-02T03:04:06Z" };

describe("earlier tries", () => {
  it("have kept bytes that are of no use when another version is wanted, and that is said once", () => {
    const tries = new EarlierTries();
    tries.noteKept("one");
    expect(tries.takeUnwanted("other")).toBe("one");
    expect(tries.takeUnwanted("other")).toBeUndefined();
    tries.noteKept("one");
    expect(tries.takeUnwanted("one")).toBeUndefined();
  });

  it("had bytes that did not fit together, of a version, and twice is often", () => {
    const tries = new EarlierTries();
    tries.noteMisfit(ONE);
    expect([tries.hadMisfitsOf(ONE), tries.hadMisfitsOf(OTHER), tries.hadManyMisfits]).toEqual([true, false, false]);
    tries.noteMisfit(OTHER);
    expect(tries.hadManyMisfits).toBe(true);
  });

  it("are one try that goes on, from what the first of them had, for as long as more comes", () => {
    const tries = new EarlierTries();
    expect(tries.goingOn).toBeUndefined();
    expect([tries.noteGoingOn(0, 2), tries.noteGoingOn(10, 3), tries.noteGoingOn(10, 2)]).toEqual([true, true, false]);
    expect(tries.goingOn).toEqual({ held: 0, segments: 2 });
  });
});
