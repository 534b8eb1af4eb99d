import { expect, it } from "vitest";
import { readerLeft } from "../../src/pipeline/readerLeft.ts";

it.each([
  [Object.assign(new Error("x"), { code: "EPIPE" }), true],
  [Object.assign(new Error("x"), { code: "ECONNRESET" }), true],
  [Object.assign(new Error("x"), { code: "ENOSPC" }), false],
  [new Error("x"), false],
  ["EPIPE", false],
])("%s tells of a reader that left: %s", (error, left) => {
  expect(readerLeft(error)).toBe(left);
});
