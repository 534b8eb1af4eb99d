import { describe, expect, it } from "vitest";
import { Claims } from "../../../src/stages/fetch/claims.ts";
import { wantedFile } from "../../../src/stages/fetch/wantedFile.ts";

const claims = () => {
  const taken = new Claims();
  return (server: string, path: string, name: string, { raw, folded }: { raw?: string; folded?: string } = {}) => {
    const file = wantedFile({ type: "file", server, path, name, ...(raw !== undefined && { raw }) });
    taken.claim(server, file, { server, name }, folded);
  };
};

describe("a name here", () => {
  it("is one file's only, and that file may come again", () => {
    const claim = claims();
    claim("s", "/x", "x");
    claim("s", "/x", "x");
    for (const _ of ["once", "again"]) {
      expect(() => claim("s", "/b/day.csv", "x")).toThrow('"x": another file of this server has this name');
    }
  });

  it("may be another server's, too", () => {
    const claim = claims();
    claim("s", "/a/day.csv", "x");
    expect(() => claim("t", "/b/day.csv", "x")).not.toThrow();
  });

  it("is one with its other spellings where the disk says so", () => {
    const claim = claims();
    claim("s", "/a", "a", { folded: "a" });
    claim("s", "/a", "a", { folded: "a" });
    expect(() => claim("s", "/A", "A", { folded: "a" })).toThrow("this disk takes names for one that differ in case");
  });

  it("is told apart by bytes where paths look alike", () => {
    const claim = claims();
    claim("s", "/\ufffd", "x", { raw: "L/8=" });
    expect(() => claim("s", "/\ufffd", "x", { raw: "L/4=" })).toThrow("another file");
  });

  it("is not that of bytes which only look like it", () => {
    const claims = new Claims();
    const file = wantedFile({ type: "file", server: "s", path: "/\u00ff", name: "\u00ff" });
    claims.claim("s", file, { server: "s", name: "\u00ff" });
    const bytes = { server: "s", name: "\ufffd", rawName: Buffer.from([0xff]) };
    expect(() => claims.claim("s", { ...file, raw: "L/8=" }, bytes)).not.toThrow();
  });
});
