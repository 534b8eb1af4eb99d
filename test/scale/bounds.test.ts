import { describe, expect, it } from "vitest";
import { boundsTable, isKept } from "./bounds.ts";

describe("a bound", () => {
  it.each([
    [10, "be at most", 10, true],
    [11, "be at most", 10, false],
    [10, "be at least", 10, true],
    [9, "be at least", 10, false],
    [10, "be", 10, true],
    [9, "be", 10, false],
    [Number.NaN, "be at most", 10, false],
    [Number.NaN, "be at least", 10, false],
    [10, "be at most", Number.NaN, false],
  ] as const)("with %d measured that must %s %d: %s", (measured, must, value, kept) => {
    expect(isKept({ what: "files", measured, must, value })).toBe(kept);
  });

  it("that is broken is marked in the table", () => {
    const table = boundsTable([
      { what: "sockets", measured: 12_345, must: "be at most", value: 12_346 },
      { what: "lost files", measured: 1, must: "be", value: 0 },
    ]);
    expect(table.split("\n").slice(2)).toEqual([
      "| sockets    | 12,345   | be at most 12,346 | kept       |",
      "| lost files | 1        | be 0              | **BROKEN** |",
    ]);
  });
});
