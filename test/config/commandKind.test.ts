import { describe, expect, it } from "vitest";
import { command } from "../../src/config/commandKind.ts";

describe("a command", () => {
  it.each([
    ["jq -c .", "jq -c ."],
    [
      ["jq", "-c", ""],
      ["jq", "-c", ""],
    ],
    ["", undefined],
    [" \n", undefined],
    ["a\0b", undefined],
    [[], undefined],
    [["", "x"], undefined],
    [["jq", 5], undefined],
    [["jq", "a\0b"], undefined],
    [[["jq"]], undefined],
    [5, undefined],
    [true, undefined],
    [undefined, undefined],
  ])("%j becomes %j", (written, becomes) => {
    expect(command.parse(written)).toEqual(becomes);
  });
});
