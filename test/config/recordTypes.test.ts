import { describe, expect, it } from "vitest";
import { recordTypes } from "../../src/config/recordTypes.ts";

describe("types of records", () => {
  it.each([
    ["file", ["file"]],
    ["file, download,", ["file", "download"]],
    [
      ["file", "their own, odd"],
      ["file", "their own, odd"],
    ],
    ["", undefined],
    [" , ", undefined],
    [[], undefined],
    [["file", ""], undefined],
    [["file", 5], undefined],
    [5, undefined],
    [undefined, undefined],
  ])("%j becomes %j", (written, becomes) => {
    expect(recordTypes.parse(written)).toEqual(becomes);
  });
});
