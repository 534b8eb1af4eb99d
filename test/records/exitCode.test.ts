import { describe, expect, it } from "vitest";
import { foldCodes } from "../../src/records/exitCode.ts";

describe("foldCodes", () => {
  it.each([
    { codes: [], folded: 0 },
    { codes: [0, 0], folded: 0 },
    { codes: [0, 1, 0], folded: 1 },
    { codes: [1, 2, 0], folded: 2 },
    { codes: [2, 3, 1], folded: 3 },
    { codes: [3, 143], folded: 143 },
    { codes: [130, 3, 143], folded: 130 },
    { codes: [143, 130], folded: 143 },
    { codes: [0, 127], folded: 1 },
    { codes: [127, 2], folded: 2 },
  ])("folds $codes to $folded", ({ codes, folded }) => {
    expect(foldCodes(...codes)).toBe(folded);
  });
});
