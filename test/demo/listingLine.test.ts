import { describe, expect, it } from "vitest";
import { FACTS, factsLine, longLine } from "../../src/demo/listingLine.ts";
import { treeOf } from "../../src/demo/tree.ts";

const file = { kind: "file", bytes: Buffer.alloc(1834), modified: new Date("2026-03-04T05:06:07.890Z") } as const;
const folder = treeOf([{ path: "/x", bytes: file.bytes, modified: file.modified }]);

describe("a line of a listing", () => {
  it("has the facts that were asked for", () => {
    expect(factsLine(" a b", file, FACTS)).toBe("type=file;size=1834;modify=20260304050607;  a b");
    expect(factsLine("d", folder, FACTS)).toBe("type=dir;modify=20260304050607; d");
    expect(factsLine("a", file, ["size"])).toBe("size=1834; a");
    expect(factsLine("a", file, [])).toBe(" a");
  });

  it.each([
    ["2026-03-04T05:06:08Z", "Mar  4 05:06"],
    ["2026-08-01T00:00:00Z", "Mar  4 05:06"],
    ["2026-12-01T00:00:00Z", "Mar  4  2026"],
    ["2026-03-04T05:06:07Z", "Mar  4  2026"],
  ])("looks at %s as ls would write it", (now, time) => {
    expect(longLine("a", file, new Date(now))).toBe(`-r--r--r--   1 ftp      ftp              1834 ${time} a`);
  });

  it("shows a folder as one", () => {
    expect(longLine("d", folder, new Date("2026-04-01Z"))).toMatch(/^dr-xr-xr-x .* Mar {2}4 05:06 d$/);
  });
});
