import { describe, expect, it } from "vitest";
import { globs } from "../../../src/config/kinds.ts";
import { fileSelection } from "../../../src/stages/list/fileSelection.ts";
import { EVERYTHING } from "./everything.ts";

const NOW = Date.parse("2026-06-15T12:00:00Z");
const HOUR = 3_600_000;

function select(options: Partial<Parameters<typeof fileSelection>[0]>, timezone = "UTC") {
  return fileSelection({ ...EVERYTHING, ...options }, timezone, NOW);
}

const named = (name: string) => ({ name, size: 1, modified: null });

describe("names", () => {
  it.each([
    ["*.csv", "a.csv", true],
    ["*.csv", "deep/er/a.csv", true],
    ["*.csv", "a.txt", false],
    ["*.csv", ".hidden.csv", true],
    ["*", ".hidden", true],
    ["out/*.csv", "out/a.csv", true],
    ["out/*.csv", "out/deep/a.csv", false],
    ["out/*.csv", "x/out/a.csv", false],
    ["out/**", "out/deep/.a", true],
    ["out/**", "out", false],
    ["**/out/**/a*", "x/out/y/out/z/ab", true],
    ["**/out/**/a*", "x/out/y/out/b", false],
    ["{out,in/*}/a.{b,c}", "in/x/a.c", true],
    ["{out,in/*}/a.{b,c}", "in/a.c", false],
    ["/*{a,}", "b/c", false],
    ["/{a,*}*", "b/c", false],
    ["**/x/*", "a/b/x/f", true],
    ["/*.csv", "a.csv", true],
    ["/*.csv", "deep/a.csv", false],
    ["*.{csv,txt}", "a.txt", true],
    ["*.{csv,txt}", "a.bin", false],
    ["!a", "!a", true],
    ["!a", "b", false],
    ["[ab].csv", "b.csv", true],
    ["?.csv", "分.csv", true],
    ["*.CSV", "a.csv", false],
    ["a*b*c", "aXbXbc", true],
    ["a*b*c", "acb", false],
    ["a*a", "a", false],
    ["?*?", "a", false],
    ["*a?c*", "zabcz", true],
    ["/a*c", "a/c", false],
  ])("--include %s of %s is %s", (pattern, name, wanted) => {
    expect(select({ include: [pattern] }).file(named(name))).toBe(wanted);
  });

  it("are taken when one of several patterns fits, with commas as they are written", () => {
    const { file } = select({ include: globs.parse("*.{csv,txt}, b*") ?? [] });
    expect(["a.txt", "b.bin", "c.bin"].map((name) => file(named(name)))).toEqual([true, true, false]);
  });

  it("are left out when excluded, whatever is included", () => {
    const { file } = select({ include: ["*.csv"], exclude: ["x*"] });
    expect(["a.csv", "x.csv"].map((name) => file(named(name)))).toEqual([true, false]);
  });

  it.each([
    ["tmp", "tmp", true],
    ["tmp", "a/tmp", true],
    ["a/tmp", "a/tmp", true],
    ["a/tmp", "b/a/tmp", false],
    ["tmp/", "deep/tmp", true],
    ["a/**", "a/b", true],
    ["*.csv", "tmp", false],
  ])("--exclude %s prunes the folder %s: %s", (pattern, name, pruned) => {
    expect(select({ exclude: [pattern] }).folder(name)).toBe(!pruned);
  });

  it("with a slash behind are of folders only", () => {
    expect(select({ exclude: ["tmp/"] }).file(named("tmp"))).toBe(true);
  });

  it("are looked at once, however many ways there are to share them among the stars", () => {
    const included = ["*a*a*a*a*a*a*a*a*b", "**/*a*a*a*a*a*a*b", "a/*a*a*a*a*a*a.{b,c}"];
    const { file } = select({ include: included, exclude: ["*a?a*a?a*a?a*b", "{x,*b*a*c}"] });
    expect(file(named("a".repeat(255)))).toBe(false);
    expect(file(named(`a/${"a".repeat(255)}`))).toBe(false);
  });

  it.each(["x".repeat(256), "x/".repeat(2_049)])(
    "that no disk takes are handed on, to be refused with the reason",
    (name) => {
      const { file, folder } = select({ include: ["*.csv"], exclude: ["x*"] });
      expect([file(named(name)), folder(name)]).toEqual([true, true]);
    },
  );

  it("of folders are not asked for by --include", () => {
    expect(select({ include: ["*.csv"] }).folder("deep")).toBe(true);
  });
});

describe("sizes", () => {
  it.each([
    [9, false],
    [10, true],
    [20, true],
    [21, false],
    [null, true],
  ])("from 10 to 20: %s is wanted: %s", (size, wanted) => {
    expect(select({ minSize: 10, maxSize: 20 }).file({ name: "a", size, modified: null })).toBe(wanted);
  });
});

describe("times", () => {
  const timely = (options: Parameters<typeof select>[0], modified: string | null, timezone?: string) =>
    select(options, timezone).file({ name: "a", size: 1, modified });

  it.each([
    ["2026-06-15T11:00:00Z", true],
    ["2026-06-15T10:59:59Z", false],
    ["2026-06-15T11:00", true],
    ["2026-06-15T10:59", false],
    ["2026-06-15", true],
    ["2026-06-14", false],
    ["2026-06-16T11:00:00Z", true],
    [null, true],
    ["once upon a time", true],
  ])("newer than an hour at noon: %s: %s", (modified, wanted) => {
    expect(timely({ newerThan: HOUR }, modified)).toBe(wanted);
  });

  it.each([
    ["2026-06-15T10:59:59Z", true],
    ["2026-06-15T11:00:00Z", false],
    ["2026-06-15T10:59", true],
    ["2026-06-15T11:00", false],
    ["2026-06-15", false],
    ["2026-06-14", true],
    [null, true],
  ])("older than an hour at noon: %s: %s", (modified, wanted) => {
    expect(timely({ olderThan: HOUR }, modified)).toBe(wanted);
  });

  it("without a zone are the server's", () => {
    expect(timely({ newerThan: HOUR }, "2026-06-15T13:30", "Europe/Berlin")).toBe(true);
    expect(timely({ newerThan: HOUR }, "2026-06-15T12:30", "Europe/Berlin")).toBe(false);
    expect(timely({ newerThan: HOUR }, "2026-06-15T11:30Z", "Europe/Berlin")).toBe(true);
  });

  it("of a day are the end of that day, also when the clocks change", () => {
    const day = { newerThan: 24 * HOUR, olderThan: undefined };
    const selection = (now: string) => fileSelection({ ...EVERYTHING, ...day }, "Europe/Berlin", Date.parse(now));
    // 25 October 2026 has 25 hours in Berlin: it ends at 23:00 UTC.
    expect(selection("2026-10-26T22:59:00Z").file({ name: "a", size: 1, modified: "2026-10-25" })).toBe(true);
    expect(selection("2026-10-26T23:00:00Z").file({ name: "a", size: 1, modified: "2026-10-25" })).toBe(false);
  });
});
