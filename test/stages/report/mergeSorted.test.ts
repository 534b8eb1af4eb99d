import { describe, expect, it } from "vitest";
import { mergeSorted } from "../../../src/stages/report/mergeSorted.ts";

const byValue = (a: number, b: number) => a - b;

describe("sorted sequences", () => {
  it.each<{ what: string; sources: number[][] }>([
    { what: "none", sources: [] },
    { what: "one", sources: [[1, 2, 3]] },
    {
      what: "several",
      sources: [
        [1, 5, 9],
        [2, 3],
        [4, 6, 7, 8],
      ],
    },
    { what: "empty ones", sources: [[], [2], [], [1], []] },
    {
      what: "equal items",
      sources: [
        [1, 1, 2],
        [1, 2, 2],
      ],
    },
    {
      what: "a hundred of different length",
      sources: Array.from({ length: 100 }, (_, n) => Array.from({ length: n }, (_, item) => item * (n % 7))),
    },
  ])("become one: $what", ({ sources }) => {
    expect([...mergeSorted(sources, byValue)]).toEqual(sources.flat().sort(byValue));
  });

  it("are read one item ahead", () => {
    let read = 0;
    function* counted() {
      for (;;) yield read++;
    }
    const merged = mergeSorted([counted(), counted()], byValue);
    for (let taken = 1; taken <= 10; taken++) {
      merged.next();
      expect(read).toBeLessThanOrEqual(taken + 2);
    }
  });
});
