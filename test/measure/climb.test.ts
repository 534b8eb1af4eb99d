import { expect, it } from "vitest";
import { stretchesOf } from "../../src/measure/climb.ts";

it.each([[[1]], [[1, 2, 4]], [[1, 2, 4, 5, 8]]])("the steps %j share all time and all bytes", (steps) => {
  const stretches = stretchesOf(steps, { ms: 9_000, bytes: 1_000_000 });
  expect(stretches.length).toBe(steps.length);
  expect(stretches.reduce((sum, { ms }) => sum + ms, 0)).toBeCloseTo(9_000);
  expect(stretches.reduce((sum, { bytes }) => sum + bytes, 0)).toBeCloseTo(1_000_000);
});

it("one connection has more time than many, and many have more bytes", () => {
  const [one, four] = stretchesOf([1, 4], { ms: 3_000, bytes: 3_000 });
  expect([one?.ms, four?.ms]).toEqual([2_000, 1_000]);
  expect([one?.bytes, four?.bytes]).toEqual([1_000, 2_000]);
});
