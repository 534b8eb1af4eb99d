import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HashPlaces } from "../../src/stages/hashPlaces.ts";
import { collectGarbage } from "../heap.ts";
import { PATIENCE } from "../patience.ts";

const halves = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }));

/** Spreads them. */
function low(n: number): number {
  return Math.imul(n, 0x9e3779b1) >>> 0;
}

describe("the places of hashes", () => {
  it("are given in the order in which different ones come, and kept", () => {
    const places = new HashPlaces();
    expect([places.add(1, 2), places.add(2, 1), places.add(0, 0), places.add(1, 2), places.size]).toEqual([
      0, 1, 2, 0, 3,
    ]);
    expect([places.has(0, 0), places.has(2, 2)]).toEqual([true, false]);
  });

  it("tell apart what differs in one half only, or begins its search in one slot", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(halves, halves), { maxLength: 2_000 }), (hashes) => {
        const places = new HashPlaces();
        const known = new Map<string, number>();
        for (const [high, low] of hashes) {
          const place = known.get(`${high} ${low}`) ?? known.size;
          known.set(`${high} ${low}`, place);
          expect(places.add(high, low)).toBe(place);
        }
        expect(places.size).toBe(known.size);
      }),
      { numRuns: 50 },
    );
  });

  it("take 16 bytes each as long as there is room, also the last one that finds some", async () => {
    const most = 2 ** 20;
    const bytes = () => {
      collectGarbage();
      return process.memoryUsage().arrayBuffers;
    };
    const before = bytes();
    const places = new HashPlaces();
    for (let n = 0; n < most; n++) places.add(n, low(n));
    // What it has grown out of is given back some time later.
    await expect.poll(() => bytes() - before, PATIENCE).toBeLessThan(18 * most);
    expect(places.size).toBe(most);
  });

  it("stay the same while there are more and more of them, 100,000", () => {
    const places = new HashPlaces();
    for (let n = 0; n < 100_000; n++) places.add(n, low(n));
    for (let n = 0; n < 100_000; n++) if (places.add(n, low(n)) !== n) throw new Error(`${n} has another place`);
    expect(places.has(100_000, low(100_000))).toBe(false);
  });
});
