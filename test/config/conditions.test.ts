import { describe, expect, it } from "vitest";
import { conditions } from "../../src/config/conditions.ts";

describe("conditions", () => {
  it.each([
    ["size>10MB", "size", ">", "10MB"],
    [" size >= 5 ", "size", ">=", "5 "],
    ["server!=branch-001", "server", "!=", "branch-001"],
    ["name=a=b", "name", "=", "a=b"],
    ["name=", "name", "=", ""],
    ["name~^day,", "name", "~", "^day,"],
    ["name!~\\.tmp$", "name", "!~", "\\.tmp$"],
    ["modified<2026-11-24", "modified", "<", "2026-11-24"],
  ])("%j is one on a field", (text, field, operator, operand) => {
    expect(conditions.parse(text)).toEqual([{ field, operator, operand }]);
  });

  it("come one by one or as a list", () => {
    expect(conditions.parse(["size>1", "name~a"])).toHaveLength(2);
  });

  it.each(["size", "", ">5", "a b>5", "1size>5", "name~(", 5, undefined, [], ["size"], [5]])("%j is none", (value) => {
    expect(conditions.parse(value)).toBeUndefined();
  });
});
