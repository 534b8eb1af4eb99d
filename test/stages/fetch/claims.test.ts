import { describe, expect, it } from "vitest";
import { Claims } from "../../../src/stages/fetch/claims.ts";
import { wantedFile } from "../../../src/stages/fetch/wantedFile.ts";

function file(path: string, name: string, raw?: string) {
  return wantedFile({ type: "file", server: "s", path, name, ...(raw !== undefined && { raw }) });
}

describe("a name here", () => {
  it("is one file's only, and that file may come again", () => {
    const claims = new Claims();
    claims.claim("s", file("/a/day.csv", "x"));
    claims.claim("s", file("/a/day.csv", "x"));
    for (const _ of ["once", "again"]) {
      expect(() => claims.claim("s", file("/b/day.csv", "x"))).toThrow(
        '"x": another file of this server has this name',
      );
    }
  });

  it("may be another server's, too", () => {
    const claims = new Claims();
    claims.claim("s", file("/a/day.csv", "x"));
    expect(() => claims.claim("t", file("/b/day.csv", "x"))).not.toThrow();
  });

  it("is taken from a file that was not renamed as well, once one was", () => {
    const claims = new Claims();
    claims.claim("s", file("/a/day.csv", "x"));
    claims.claim("s", file("/y", "y"));
    expect(() => claims.claim("s", file("/z", "y"))).toThrow("another file");
  });

  it("is one with its other spellings where the disk says so", () => {
    const claims = new Claims();
    claims.claim("s", file("/a", "a"), "a");
    claims.claim("s", file("/a", "a"), "a");
    expect(() => claims.claim("s", file("/A", "A"), "a")).toThrow("this disk takes names for one that differ in case");
  });

  it("is told apart by bytes where paths look alike", () => {
    const claims = new Claims();
    claims.claim("s", file("/\ufffd", "x", "L/8="));
    expect(() => claims.claim("s", file("/\ufffd", "x", "L/4="))).toThrow("another file");
  });
});
