import { describe, expect, it } from "vitest";
import type { AnyRecord } from "../../../src/records/record.ts";
import { fetch } from "./fetchFrom.ts";
import { file, listed } from "./fetchInput.ts";

const SMALL = 60;
const LARGE_BYTES = 1024 ** 2;
const NAMES = [...Array.from({ length: SMALL }, (_, n) => `small${n}`), "large"];

function size(name: string): number {
  return name === "large" ? LARGE_BYTES : 1;
}

/** How many files were asked for before the large one, which is listed last. */
async function placeOfLarge(settings: { connections: number }, values: { keepOrder?: boolean } = {}): Promise<number> {
  const files = Object.fromEntries(NAMES.map((name) => [`/${name}`, "x".repeat(size(name))]));
  const input: readonly AnyRecord[] = [...NAMES.map((name) => file(name, size(name))), listed(NAMES.length)];
  const { lines, harvested } = await fetch({ files }, input, settings, values);
  expect(harvested).toMatchObject({ asked: NAMES.length, fetched: NAMES.length, failed: 0 });
  return lines.filter((line) => line.startsWith("RETR ")).findIndex((line) => line.endsWith("large"));
}

describe("the order of a server's files", () => {
  it("a large file does not come last where a server has several connections", async () => {
    expect(await placeOfLarge({ connections: 3 })).toBeLessThan(SMALL / 2);
  });

  it("is that of the input on one connection", async () => {
    expect(await placeOfLarge({ connections: 1 })).toBe(SMALL);
  });

  it("is that of the input with --keep-order", async () => {
    expect(await placeOfLarge({ connections: 3 }, { keepOrder: true })).toBeGreaterThan(SMALL - 3);
  });
});
