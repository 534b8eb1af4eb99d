import { describe, expect, it } from "vitest";
import { LatestKeys } from "../../../src/stages/dedupe/latestKeys.ts";

describe("the latest keys", () => {
  it("are known when they come again", () => {
    const keys = new LatestKeys();
    expect(["a", "b", "a", "a"].map((key) => keys.add(key))).toEqual([true, true, false, false]);
  });

  it("are no more than there is room for: the oldest are forgotten, and count as new", () => {
    const keys = new LatestKeys(10);
    for (let n = 10; n < 100; n++) keys.add(String(n));
    // The last five are in the younger half, or it was begun anew with them in the older one.
    expect([99, 98, 97, 96, 95].map((n) => keys.add(String(n)))).toEqual([false, false, false, false, false]);
    expect(keys.add("10")).toBe(true);
  });

  it("are kept longer when they come again", () => {
    const keys = new LatestKeys(4);
    for (const other of ["aa", "bb", "cc", "dd", "ee"]) {
      keys.add("kk");
      keys.add(other);
    }
    expect(keys.add("kk")).toBe(false);
  });
});
