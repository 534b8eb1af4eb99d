import { array, assert, nat, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { LargestFirst } from "../../src/flow/largestFirst.ts";

describe("largest first", () => {
  it("hands out the largest, and of equals the one that came first", () => {
    const waiting = new LargestFirst<string>();
    for (const [item, size] of [
      ["a", 2],
      ["b", 3],
      ["c", 2],
      ["d", 3],
      ["e", 1],
    ] as const)
      waiting.push(item, size);
    expect(Array.from({ length: 6 }, () => waiting.shift())).toEqual(["b", "d", "a", "c", "e", undefined]);
    expect(waiting.length).toBe(0);
  });

  it("does so in any rhythm of coming and going", () => {
    assert(
      property(array(nat({ max: 20 }).map((drawn) => (drawn > 12 ? undefined : drawn))), (steps) => {
        const waiting = new LargestFirst<number>();
        const model: { arrival: number; size: number }[] = [];
        for (const [arrival, size] of steps.entries()) {
          if (size !== undefined) {
            waiting.push(arrival, size);
            model.push({ arrival, size });
            continue;
          }
          model.sort((a, b) => b.size - a.size || a.arrival - b.arrival);
          expect(waiting.shift()).toBe(model.shift()?.arrival);
        }
        expect(waiting.length).toBe(model.length);
      }),
    );
  });
});
