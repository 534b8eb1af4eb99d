import { describe, expect, it } from "vitest";
import { comparisonTable } from "./comparison.ts";
import { spreadOf } from "./measure/spread.ts";
import { interleaved, rotated, type Sample } from "./rounds.ts";

function sample(wall_s: number, user_s: number, complaint?: string): Sample {
  return { cost: { wall_s, user_s, system_s: 0.5, peak_KiB: 100_000, mostSockets: 12 }, complaint };
}

describe("the table of costs", () => {
  it("has the fastest first, medians with their spread, and ratios to those that took part", () => {
    const samples = new Map([
      ["lftp", [sample(4, 1.5), sample(2, 1.5), sample(5, 1.5)]],
      ["ours", [sample(2, 0.5), sample(3, 0.5), sample(2, 0.5, "1 missing")]],
    ]);
    const table = comparisonTable(samples, { what: "client", unit: "s", bases: ["lftp", "floor"], memory: "shown" });
    const rows = table.split("\n").map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
    expect(rows[0]).toEqual(["client", "wall s", "÷ lftp", "CPU s", "user + system", "÷ lftp", "peak MB", "all well"]);
    expect(rows.slice(2)).toEqual([
      ["ours", "2.00 (2.00–3.00)", "0.50", "1.00 (1.00–1.00)", "0.50 + 0.50", "0.50", "102", "**NO**"],
      ["lftp", "4.00 (2.00–5.00)", "1.00", "2.00 (2.00–2.00)", "1.50 + 0.50", "1.00", "102", "yes"],
    ]);
  });

  it("takes the mean of the two in the middle for a median of an even number", () => {
    expect(spreadOf([4, 1, 3, 2])).toEqual({ median: 2.5, least: 1, most: 4 });
  });
});

describe("rounds", () => {
  it("begin with another one each time", async () => {
    const order: string[] = [];
    await interleaved(["a", "b", "c"], 3, async (name, round) => {
      order.push(`${name}${round}`);
      return sample(1, 1);
    });
    expect(order.join(" ")).toBe("a0 b0 c0 b1 c1 a1 c2 a2 b2");
    expect(rotated([], 3)).toEqual([]);
  });
});
