import { describe, expect, it } from "vitest";
import { printable, printableJson } from "../../src/records/printable.ts";

describe("text made safe for a terminal", () => {
  it.each([
    ["\u001b[31mred\u0007", "\\x1b[31mred\\x07"],
    ["a\tb\r\n", "a\\tb\\r\\n"],
    ["\u007f\u0080\u009b", "\\x7f\\x80\\x9b"],
    ["\u2028\u2029", "\\u2028\\u2029"],
    ["gpj.\u202eexe\u2066", "gpj.\\u202eexe\\u2066"],
  ])("shows %j as %s", (text, shown) => expect(printable(text)).toBe(shown));

  it.each(["", "plain text", "\u00e9 \u5206\u884c \ud83d\ude00", "back\\slash"])("leaves %j as it is", (text) => {
    expect(printable(text)).toBe(text);
  });
});

it("JSON made safe for a terminal means the same, and its line ends stay", () => {
  const names = ["\u001b[31m", "\u009b31m", "\u007f", "gpj.\u202eexe", "\u061c\u2028", "\u5206\u884c \ud83d\ude00"];
  const lines = printableJson(names.map((name) => JSON.stringify({ [name]: name })).join("\n"));
  expect(lines).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u2028\u202e]/);
  expect(lines.split("\n").map((line) => JSON.parse(line))).toEqual(names.map((name) => ({ [name]: name })));
});
