import { expect, it } from "vitest";
import { medianOf, SMALL_BYTES, sampleOf } from "../../src/measure/sample.ts";

function files(...sizes: readonly number[]) {
  return sizes.map((size, index) => ({ path: `/${index}`, size }));
}

function sizesOf(listed: readonly { readonly size: number }[]): number[] {
  return listed.map(({ size }) => size);
}

it("each file is small or large, and the large ones begin with the largest", () => {
  const { small, large } = sampleOf(files(5, SMALL_BYTES + 1, 0, SMALL_BYTES, 9 * SMALL_BYTES));
  expect(sizesOf(small).toSorted((one, other) => one - other)).toEqual([0, 5, SMALL_BYTES]);
  expect(sizesOf(large)).toEqual([9 * SMALL_BYTES, SMALL_BYTES + 1]);
});

it("of many large files the largest are taken", () => {
  const sizes = Array.from({ length: 50 }, (_, index) => SMALL_BYTES + 1 + index);
  expect(sizesOf(sampleOf(files(...sizes)).large)).toEqual(sizes.slice(-8).toReversed());
});

it("of thousands of files a few stand for all sizes, each once", () => {
  const { small } = sampleOf(files(...Array.from({ length: 5_000 }, (_, index) => index)));
  expect(new Set(sizesOf(small)).size).toBe(small.length);
  expect(small.length).toBeLessThanOrEqual(200);
  expect(Math.min(...sizesOf(small))).toBeLessThan(50);
  expect(Math.max(...sizesOf(small))).toBeGreaterThan(4_900);
});

it.each([1, 96, 97, 98, 194, 200])("each of %i small files is in the sample once", (count) => {
  const { small } = sampleOf(files(...Array.from({ length: count }, (_, index) => index)));
  expect(new Set(sizesOf(small)).size).toBe(count);
});

it("small ones don't all come first", () => {
  const sizes = sizesOf(sampleOf(files(...Array.from({ length: 200 }, (_, index) => index))).small);
  expect(Math.max(...sizes.slice(0, 10))).toBeGreaterThan(150);
});

it.each([
  [[], null],
  [[3], 3],
  [[9, 1, 5], 5],
  [[1, 2, 3, 100], 3],
])("the median of %j is %j", (values, median) => expect(medianOf(values)).toBe(median));
