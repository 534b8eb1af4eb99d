import { expect, it } from "vitest";
import { backOff } from "../../src/ftp/backOff.ts";

const LEAST = () => 0;
const MOST = () => 1;

it("waits twice as long after each try, but never more than a minute", () => {
  expect([1, 2, 3, 4].map((attempt) => backOff(1_000, attempt, MOST))).toEqual([1_000, 2_000, 4_000, 8_000]);
  expect(backOff(1_000, 1_000, MOST)).toBe(60_000);
  expect(backOff(1_000, 10_000, MOST)).toBe(60_000);
  expect([3, 10_000].map((attempt) => backOff(0, attempt, MOST))).toEqual([0, 0]);
});

it("varies each wait by chance, between half of it and the whole", () => {
  expect([1, 2, 3, 4].map((attempt) => backOff(1_000, attempt, LEAST))).toEqual([500, 1_000, 2_000, 4_000]);
  expect(backOff(1_000, 1, () => 0.5)).toBe(750);
  const waits = Array.from({ length: 50 }, () => backOff(1_000, 3));
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(2_000);
  expect(Math.max(...waits)).toBeLessThanOrEqual(4_000);
  expect(new Set(waits).size).toBeGreaterThan(1);
});
