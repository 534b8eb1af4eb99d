import { describe, expect, it } from "vitest";
import { type Gap, Gaps } from "../../../src/stages/fetch/gaps.ts";

const HEAD = Buffer.from("head");

function gaps(held: readonly (readonly [number, number])[] = []): Gaps {
  const ranges = held.map(([from, to]) => ({ from, to }));
  const heads = new Map(ranges.filter(({ from }) => from > 0).map(({ from }) => [from, HEAD]));
  return new Gaps({ size: 100, held: ranges, heads });
}

const shown = ({ list }: Gaps) => list.map(({ from, to }) => [from, to]);

function at(all: Gaps, place: number): Gap {
  const gap = all.list[place];
  if (gap === undefined) throw new Error("no such gap");
  return gap;
}

/** A gap that was cut in two, the second of which somebody fetches. */
function cut() {
  const all = gaps();
  const first = at(all, 0);
  const second = all.cut(first, 50);
  const told: string[] = [];
  second.piece = { giveUp: () => told.push("given up") };
  return { all, first, second, told };
}

describe("the gaps of a file", () => {
  it.each<[string, [number, number][], [number, number][]]>([
    ["all of it, where nothing is here", [], [[0, 100]]],
    ["nothing, where all of it is here", [[0, 100]], []],
    [
      "what lies before, between and behind what is here",
      [
        [10, 20],
        [40, 50],
      ],
      [
        [0, 10],
        [20, 40],
        [50, 100],
      ],
    ],
    [
      "a joint without a byte, where two ranges touch",
      [
        [0, 40],
        [40, 100],
      ],
      [[40, 40]],
    ],
  ])("are %s", (_, held, expected) => {
    expect(shown(gaps(held))).toEqual(expected);
  });

  it("know how much is here just before them", () => {
    const all = gaps([
      [0, 10],
      [20, 50],
    ]);
    expect(all.list.map((gap) => all.bytesBefore(gap))).toEqual([10, 30]);
  });

  it("end at the first bytes of what is here, at the file's end, or nobody knows where", () => {
    const all = gaps([[40, 50]]);
    expect(all.headBehind(at(all, 0))).toEqual(HEAD);
    expect(all.headBehind(at(all, 1))).toHaveLength(0);
    const { all: others, first, second } = cut();
    expect(others.headBehind(first)).toBeUndefined();
    others.prove(second, HEAD);
    expect(others.headBehind(first)).toEqual(HEAD);
  });

  it("go on over the next one when they are full, unless that has begun", () => {
    for (const hasBegun of [false, true]) {
      const { all, first, second, told } = cut();
      if (hasBegun) all.prove(second, HEAD);
      first.from = first.to;
      expect(all.goOn(first)).toBe(!hasBegun);
      expect(told).toEqual(hasBegun ? [] : ["given up"]);
      expect(all.list).toHaveLength(hasBegun ? 2 : 1);
    }
  });

  it("that are left become part of the one before, unless something of them is here", () => {
    for (const hasBegun of [false, true]) {
      const { all, second } = cut();
      if (hasBegun) all.prove(second, HEAD);
      all.leave(second);
      expect(second.piece).toBeUndefined();
      expect(shown(all)).toEqual(
        hasBegun
          ? [
              [0, 50],
              [50, 100],
            ]
          : [[0, 100]],
      );
    }
  });
});
