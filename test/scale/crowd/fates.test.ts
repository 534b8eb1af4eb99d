import { describe, expect, it } from "vitest";
import { drawFates } from "./fates.ts";

const NAMES = Array.from({ length: 1_000 }, (_, order) => `srv-${order}`);

describe("fates of a thousand servers", () => {
  it("are odd for one in twenty, each kind as often", () => {
    const counts = new Map<string, number>();
    for (const fate of drawFates(NAMES, "1").values()) counts.set(fate, (counts.get(fate) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({
      well: 950,
      refuses: 10,
      silent: 10,
      slow: 10,
      "one session": 10,
      "two sessions": 10,
    });
  });

  it("are the same for the same seed, and others for another", () => {
    expect(drawFates(NAMES, "1")).toEqual(drawFates(NAMES, "1"));
    expect(drawFates(NAMES, "1")).not.toEqual(drawFates(NAMES, "2"));
  });
});
