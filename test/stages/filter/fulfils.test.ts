import { describe, expect, it } from "vitest";
import { conditions } from "../../../src/config/conditions.ts";
import { fulfils } from "../../../src/stages/filter/fulfils.ts";

const FILE = {
  ...{ type: "file", server: "branch-001", name: "day/a.csv", size: 2_000, modified: "2026-11-24T01:38" },
  ...{ whole: true, tags: ["x"], unknown: null, counted: "10" },
};

function holds(text: string): boolean {
  const [condition] = conditions.parse(text) ?? [];
  if (condition === undefined) throw new Error(text);
  return fulfils(condition)(FILE);
}

describe("a condition", () => {
  it.each([
    ...["size>1999", "size>=2000", "size<2001", "size<=2kB", "size=2kB", "size!=5", "size>-1", "size<2.5e3"],
    ...["server=branch-001", "server!=branch-002", "name~\\.csv$", "name!~^night", "name>a", "server~^branch-0\\d+$"],
    ...["counted>9", "counted<=10", "counted>-1", "size==2000", "server==branch-001"],
    ...["modified>=2026-11-24", "modified<2026-11-25", "whole=true", 'tags=["x"]', "size~^2"],
  ])("%s holds", (text) => {
    expect(holds(text)).toBe(true);
  });

  it.each([
    ...["size>2000", "size>=2001", "size<2000", "size=2001", "size!=2kB", "size=many", "size>many", "size="],
    ...["server=branch-002", "server=BRANCH-001", "server!=branch-001", "name~\\.txt$", "name!~csv", "whole=false"],
    ...["modified>=2026-11-25", "name=", "size~^3", "counted<9", "counted=10.0", "server==branch"],
  ])("%s does not", (text) => {
    expect(holds(text)).toBe(false);
  });

  it.each(["unknown=5", "unknown>5", "unknown!=5", "unknown~x", "unknown!~x"])(
    "%s holds for what the server did not tell",
    (text) => {
      expect(holds(text)).toBe(true);
    },
  );

  it.each([
    ["colour=blue", false],
    ["colour>5", false],
    ["colour~.", false],
    ["colour!=blue", true],
    ["colour!~.", true],
    ["toString~.", false],
  ])("%s on a field that is not there: %s", (text, expected) => {
    expect(holds(text)).toBe(expected);
  });
});
