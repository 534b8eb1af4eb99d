import { describe, expect, it } from "vitest";
import type { Sample } from "./rounds.ts";
import { type Target, targetsTable } from "./targets.ts";

function sample(wall_s: number, more: Partial<Sample["cost"]> = {}): Sample {
  const cost = { wall_s, user_s: 1, system_s: 1, peak_KiB: 100_000, mostSockets: 12, ...more };
  return { cost, complaint: undefined };
}

const SAMPLES = new Map([
  ["ours", [sample(1), sample(3), sample(2, { mostSockets: 700 })]],
  ["lftp", [sample(2.5, { user_s: 4 })]],
  ["floor", []],
]);

/** The cells of one target, without those of what it is called. */
function cellsOf(target: Target): string[] {
  const row = targetsTable([target], SAMPLES).split("\n").at(-1) ?? "";
  return row
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}

describe("the table of targets", () => {
  it("has the ratio of medians, and says whether it is what it must be", () => {
    expect(cellsOf({ measure: "wall", of: "ours", over: "lftp", must: "be at most", value: 0.9 })).toEqual([
      ...["wall of ours ÷ lftp", "be at most 0.9", "", "0.80", "reached"],
    ]);
    expect(cellsOf({ measure: "cpu", of: "ours", over: "lftp", must: "be at most", value: 0.3 }).slice(3)).toEqual([
      ...["0.40", "**missed**"],
    ]);
    expect(cellsOf({ measure: "wall", of: "lftp", over: "ours", must: "be at least", value: 2 }).slice(3)).toEqual([
      ...["1.25", "**missed**"],
    ]);
  });

  it("has a measure alone, of sockets the most of all rounds", () => {
    const ours = { of: "ours", must: "be at most" } as const;
    expect(cellsOf({ ...ours, measure: "peak_MB", value: 400, stretch: 250 }).slice(2)).toEqual([
      ...["be at most 250", "102", "reached, with the stretch"],
    ]);
    expect(cellsOf({ ...ours, measure: "peak_MB", value: 400, stretch: 50 }).slice(2)).toEqual([
      ...["be at most 50", "102", "reached"],
    ]);
    expect(cellsOf({ ...ours, measure: "peak_MB", stretch: 50 }).slice(1)).toEqual([
      ...["", "be at most 50", "102", "not reached"],
    ]);
    expect(cellsOf({ ...ours, measure: "sockets", value: 640 }).slice(3)).toEqual(["700", "**missed**"]);
  });

  it.each([
    { of: "ours", over: "ncftp" },
    { of: "ncftp", over: "ours" },
    { of: "floor", over: "ours" },
    { of: "threads" },
  ])("says of one that was not there that nothing was measured: $of ÷ $over", (clients) => {
    expect(cellsOf({ measure: "wall", must: "be at most", value: 1, ...clients }).slice(3)).toEqual([
      ...["?", "not measured"],
    ]);
  });
});
