import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areRanges, Ranges } from "../../src/sink/ranges.ts";

describe("ranges of a file", () => {
  it("grow at their ends, begin anywhere, and stay two where they touch until they are joined", () => {
    const ranges = new Ranges();
    ranges.add(10, 5);
    ranges.add(0, 5);
    ranges.add(15, 5);
    ranges.add(5, 5);
    expect(ranges.list).toEqual([
      { from: 0, to: 10 },
      { from: 10, to: 20 },
    ]);
    expect(ranges.isWhole(20)).toBe(false);
    ranges.join(5);
    ranges.join(10);
    expect(ranges.list).toEqual([{ from: 0, to: 20 }]);
    expect(ranges.isWhole(20)).toBe(true);
    expect(ranges.bytes).toBe(20);
  });

  it("are two also where the second one begins later, if it was said to", () => {
    const ranges = new Ranges([{ from: 0, to: 10 }]);
    ranges.separate(10);
    ranges.add(10, 5);
    ranges.add(15, 5);
    expect(ranges.list).toHaveLength(2);
    ranges.join(10);
    expect(ranges.isWhole(20)).toBe(true);
  });

  it("are written once", () => {
    const ranges = new Ranges([{ from: 10, to: 20 }]);
    for (const [offset, length] of [
      [5, 6],
      [10, 1],
      [15, 2],
      [19, 5],
      [0, 100],
    ] as const) {
      expect(() => ranges.add(offset, length)).toThrow("twice");
    }
    expect(ranges.list).toEqual([{ from: 10, to: 20 }]);
  });

  it("always are ranges, of as many bytes as came", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(50), fc.nat(10))), (writes) => {
        const ranges = new Ranges();
        const here = new Set<number>();
        for (const [offset, length] of writes) {
          const bytes = Array.from({ length }, (_, n) => offset + n);
          if (bytes.some((byte) => here.has(byte))) expect(() => ranges.add(offset, length)).toThrow();
          else {
            ranges.add(offset, length);
            for (const byte of bytes) here.add(byte);
          }
        }
        expect(areRanges(ranges.list, 60)).toBe(true);
        expect(ranges.bytes).toBe(here.size);
      }),
    );
  });

  it.each([
    [[{ from: 5, to: 5 }]],
    [[{ from: 5, to: 11 }]],
    [[{ from: -1, to: 5 }]],
    [[{ from: 0.5, to: 5 }]],
    [
      [
        { from: 0, to: 5 },
        { from: 4, to: 6 },
      ],
    ],
  ])("can't be %j of ten bytes", (ranges) => expect(areRanges(ranges, 10)).toBe(false));
});
