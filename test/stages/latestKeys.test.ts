import { describe, expect, it } from "vitest";
import { LatestKeys } from "../../src/stages/latestKeys.ts";

describe("the latest keys", () => {
  it("are known when they come again", () => {
    const keys = new LatestKeys();
    expect(["a", "b", "a", "a"].map((key) => keys.add(key))).toEqual([true, true, false, false]);
    expect([keys.has("a"), keys.has("c"), keys.add("c")]).toEqual([true, false, true]);
  });

  it("are told apart, 200,000 of them", () => {
    const keys = new LatestKeys();
    for (let n = 0; n < 200_000; n++) if (!keys.add(`/out/file-${n}`)) throw new Error(`${n} was taken for another`);
    for (let n = 0; n < 200_000; n++) if (!keys.has(`/out/file-${n}`)) throw new Error(`${n} was forgotten`);
  });

  it("are no more than there is room for: the oldest are forgotten, and count as new", () => {
    const keys = new LatestKeys(10);
    for (let n = 0; n < 100; n++) keys.add(String(n));
    const known = Array.from({ length: 100 }, (_, n) => n).filter((n) => keys.has(String(n)));
    expect(known).toEqual([90, 91, 92, 93, 94, 95, 96, 97, 98, 99]);
  });

  it("are kept longer when they come again", () => {
    const keys = new LatestKeys(2);
    for (const other of ["a", "b", "c", "d", "e"]) {
      keys.add("k");
      keys.add(other);
    }
    expect(keys.has("k")).toBe(true);
  });
});
