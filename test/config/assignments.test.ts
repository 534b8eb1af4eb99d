import { describe, expect, it } from "vitest";
import { assignments } from "../../src/config/assignments.ts";

const NAME = { field: "name", template: "2026/{name}" };

describe("assignments", () => {
  it.each([
    ["name=2026/{name}", [NAME]],
    [
      ["name=2026/{name}", "b="],
      [NAME, { field: "b", template: "" }],
    ],
    [{ name: "2026/{name}" }, [NAME]],
    ["equation=a=b", [{ field: "equation", template: "a=b" }]],
  ])("%j sets fields", (written, becomes) => {
    expect(assignments.parse(written)).toEqual(becomes);
  });

  it.each(["name", "", "=x", "a b=c", [], {}, ["name"], [5], { name: 5 }, { "a b": "c" }, 5, null, undefined])(
    "%j sets none",
    (value) => {
      expect(assignments.parse(value)).toBeUndefined();
    },
  );
});
