import { describe, expect, it } from "vitest";
import { displayWidth, padded } from "../../../src/stages/report/displayWidth.ts";

describe("the width of a text on a terminal", () => {
  it.each([
    ["branch-001", 10],
    ["", 0],
    ["é", 1],
    ["e\u0301", 1],
    ["東京", 4],
    ["ｶﾅ", 2],
    ["Ａ", 2],
    ["한국", 4],
    ["😀", 2],
    ["👩‍👩‍👧", 2],
    ["❤️", 2],
    ["a\u200bb", 2],
    ["\ufffd", 1],
  ])("of %j is %i", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it("is what padding fills up to, on either side", () => {
    expect([padded("東", 4), padded("東", -4), padded("long", 2)]).toEqual(["東  ", "  東", "long"]);
  });
});
