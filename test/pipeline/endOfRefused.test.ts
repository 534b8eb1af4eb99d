import { expect, it } from "vitest";
import { endOfRefused } from "../../src/pipeline/endOfRefused.ts";

it("is an `end` with code 2 that counts nothing", () => {
  const end = { type: "end", run: "r", by: "list-1", stage: "list", code: 2, counts: {}, inputs: [] };
  expect(endOfRefused("list", "list-1", "r")).toEqual(end);
});
