import { describe, expect, it } from "vitest";
import { commonParent, join } from "../../../src/stages/list/paths.ts";

describe("join", () => {
  it.each([
    ["/", "out", "/out"],
    ["/home/u", "out", "/home/u/out"],
    ["/home/u", "/out", "/out"],
    ["/home/u", "./a//b/", "/home/u/a/b"],
    ["/home/u", "../v", "/home/v"],
    ["/", "../../x", "/x"],
    ["/home", ".", "/home"],
    ["/home", "..", "/"],
    ["/", " a ", "/ a "],
    ["/", "a\\b", "/a\\b"],
    ["/", "...", "/..."],
  ])("from %j to %j is %j", (from, path, joined) => {
    expect(join(from, path)).toBe(joined);
  });
});

describe("commonParent", () => {
  it.each([
    [["/out"], "/out"],
    [["/out", "/reports"], "/"],
    [["/data/out", "/data/reports"], "/data"],
    [["/data/out", "/data/output"], "/data"],
    [["/data", "/data/out"], "/data"],
    [["/data/out", "/data"], "/data"],
    [["/a/b/c", "/a/b/d", "/a/e"], "/a"],
    [["/", "/a"], "/"],
    [[], "/"],
  ])("of %j is %j", (paths, parent) => {
    expect(commonParent(paths)).toBe(parent);
  });
});
