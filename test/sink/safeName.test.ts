import { describe, expect, it } from "vitest";
import { unsafeReason } from "../../src/sink/safeName.ts";

describe("a name that is safe", () => {
  it.each([
    "a",
    "a/b/c.csv",
    ".hidden",
    "..a",
    "...",
    "a..",
    " leading and trailing ",
    "a -> b",
    "back\\slash",
    "c:d",
    "tab\there",
    "\u2028",
    "~",
    "-rf",
    "con",
    "日本/ü.bin",
    "x".repeat(255),
    "日".repeat(85),
    ".0123456789abcdef.fh-part.bak",
    ".0123456789abcde.fh-part",
    ".0123456789abcdef-0badcaf.fh-part",
    "0123456789abcdef.fh-part",
    "a.fh-lock",
    ".fh-lock",
  ])("%j lies below its server's folder", (name) => {
    expect(unsafeReason(name, undefined, undefined, "linux")).toBeUndefined();
  });
});

describe("a name that can't be", () => {
  it.each([
    ["", "empty"],
    ["a//b", "empty"],
    ["a/", "empty"],
    ["/", "absolute"],
    ["/etc/passwd", "absolute"],
    [".", ". as"],
    ["..", ".. as"],
    ["../x", ".. as"],
    ["a/../../x", ".. as"],
    ["a/.", ". as"],
    ["a\0b", "NUL"],
    ["a\nb", "line end"],
    ["a\rb", "line end"],
    ["x".repeat(256), "255 bytes"],
    [`a/${"日".repeat(86)}`, "255 bytes"],
    [".0123456789abcdef.fh-part", "unfinished"],
    ["a/.0123456789abcdef.fh-part/b", "unfinished"],
    [".0123456789abcdef-0badcafe.fh-part", "unfinished"],
    [".0123456789ABCDEF-0badcafe.FH-part", "unfinished"],
    [".branch-001.fh-parts", "notes"],
    [".branch-001.FH-LOCK", "locks"],
    [".branch-001.fh-loc\u212a", "locks"],
    [".fh-probe-\u00e9", "probes"],
    [".FH-PROBE-E\u0301", "probes"],
    [".branch-001.fh-probe-\u00e9", "probes"],
    [".branch-001.fh-lock", "locks"],
    [".branch-001.fh-lock-busy", "locks"],
    [".branch-001.fh-lock-busy-0badcafe", "locks"],
    [".two\u2028lines.fh-lock", "locks"],
  ])("%j is refused", (name, reason) => {
    expect(unsafeReason(name, undefined, undefined, "linux")).toContain(reason);
  });

  it.each([
    ["four", undefined, undefined],
    ["a/five5", undefined, "more than 4 bytes (max_name)"],
    ["日本", undefined, "more than 4 bytes (max_name)"],
    ["fine", "five5\xff", "more than 4 bytes (max_name)"],
  ])("%j is judged by a shorter limit as well", (name, raw, reason) => {
    const rawName = raw === undefined ? undefined : Buffer.from(raw, "latin1");
    expect(unsafeReason(name, rawName, 4)).toBe(reason && `a name of ${reason}`);
  });

  it.each([
    "a\\b",
    "c:d",
    "a?",
    "a*",
    "<a",
    "a>",
    'a"',
    "a|b",
    "con",
    "NUL.txt",
    "x/com1",
    "lpt9.log",
    "a.",
    "a ",
    "a\tb",
  ])("%j is refused on Windows only", (name) => {
    expect(unsafeReason(name, undefined, undefined, "win32")).toBeDefined();
    expect(unsafeReason(name, undefined, undefined, "linux")).toBeUndefined();
  });

  it.each(["console", "com10", "nul-bytes.txt", "a.b"])("%j is fine on Windows too", (name) => {
    expect(unsafeReason(name, undefined, undefined, "win32")).toBeUndefined();
  });
});

describe("a name whose bytes are not UTF-8", () => {
  const bytes = (text: string) => Buffer.from(text, "latin1");

  it("is judged by its bytes", () => {
    expect(unsafeReason("\ufffd\ufffd", bytes("\xff\xfe"), undefined, "linux")).toBeUndefined();
    expect(unsafeReason("fine", bytes("../\xff"), undefined, "linux")).toContain("..");
    expect(unsafeReason("fine", bytes("/\xff"), undefined, "linux")).toContain("absolute");
    expect(unsafeReason("fine", bytes("a/\xff\0"), undefined, "linux")).toContain("NUL");
  });

  it("may have 255 of them", () => {
    expect(unsafeReason("\ufffd".repeat(255), bytes("\xff".repeat(255)), undefined, "linux")).toBeUndefined();
    expect(unsafeReason("\ufffd".repeat(256), bytes("\xff".repeat(256)), undefined, "linux")).toContain("255 bytes");
  });
});
