import { describe, expect, it } from "vitest";
import { endRecord, stageOf, worseEnding } from "../../src/records/endRecord.ts";
import type { Ending } from "../../src/records/record.ts";

const END = { type: "end", run: "r", by: "list-1", stage: "list", code: 1, counts: { file: 2 }, inputs: [] };

describe("an `end` record from outside", () => {
  it("is taken with all its fields, also those that nobody knows", () => {
    const inputs = [{ by: "servers-1", how: "closed" }];
    expect(endRecord({ ...END, inputs, mood: "good" })).toEqual({ ...END, inputs, mood: "good" });
  });

  it("has empty what it lacks, and its stage from its name", () => {
    expect(endRecord({ type: "end", run: "r", by: "my-list-1", code: 0 })).toEqual({
      type: "end",
      run: "r",
      by: "my-list-1",
      stage: "my-list",
      code: 0,
      counts: {},
      inputs: [],
    });
  });

  it("loses what makes no sense in it", () => {
    const inputs = [null, "cut", { by: 7, how: "cut" }, { by: "a", how: "well" }, { by: "b", how: "cut" }];
    expect(endRecord({ ...END, counts: { file: "many" }, inputs })).toMatchObject({
      counts: {},
      inputs: [{ by: "b", how: "cut" }],
    });
  });

  it.each([{ type: "ended" }, { run: 1 }, { by: null }, { code: "0" }, { code: 256 }, { code: -1 }, { code: 0.5 }])(
    "is none with %j",
    (wrong) => expect(endRecord(JSON.parse(JSON.stringify({ ...END, ...wrong })))).toBeUndefined(),
  );
});

describe("the stage in a stage process's name", () => {
  it.each([
    ["list-7f3a", "list"],
    ["my-list-7f3a", "my-list"],
    ["list", "list"],
  ])("of %s is %s", (by, stage) => expect(stageOf(by)).toBe(stage));
});

describe("of two words on how a source ended", () => {
  it.each<[Ending, Ending, Ending]>([
    ["open", "ended", "ended"],
    ["ended", "closed", "closed"],
    ["closed", "cut", "cut"],
    ["open", "open", "open"],
  ])("%s and %s, %s counts, in any order", (a, b, worse) => {
    expect([worseEnding(a, b), worseEnding(b, a)]).toEqual([worse, worse]);
  });
});
