import { openSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Fault } from "../../src/records/fault.ts";
import { diskFault } from "../../src/sink/diskFault.ts";

const system = (code: string) => Object.assign(new Error(`${code}: as the system says it`), { code });

describe("what the system says of a disk", () => {
  it.each([
    ["ENOSPC", "disk", false, "no space left"],
    ["EDQUOT", "disk", false, "quota"],
    ["EROFS", "disk", false, "read-only"],
    ["EACCES", "disk", false, "no right"],
    ["EFBIG", "disk", false, "ulimit -f"],
    ["EISDIR", "disk", false, "a folder lies"],
    ["ENOTDIR", "disk", false, "a file lies"],
    ["EMFILE", "disk", true, "ulimit -n"],
    ["ENAMETOOLONG", "unsafe_name", false, "too long"],
    ["EILSEQ", "unsafe_name", false, "does not take the bytes"],
  ])("%s becomes %s in words", (code, expected, retry, words) => {
    const fault = diskFault(system(code), "/buffer/s1/a");
    expect(fault).toMatchObject({ code: expected, retry });
    expect(fault.message).toContain(words);
    expect(fault.message).toMatch(/^\/buffer\/s1\/a: /);
    expect(fault.message).not.toContain("as the system says it");
  });

  it("is told as it is where we have no words for it", () => {
    expect(diskFault(system("EWEIRD"), "/a")).toMatchObject({
      code: "disk",
      message: "/a: EWEIRD: as the system says it",
    });
  });

  it("never carries control characters", () => {
    try {
      openSync("/nowhere/\u001b[2J", "r");
    } catch (error) {
      expect(diskFault(error, "/nowhere/\u001b[2J").message).not.toContain("\u001b");
    }
    expect(diskFault(system("\u001b"), "\u001b").message).not.toContain("\u001b");
  });

  it("leaves a fault as it is", () => {
    const fault = new Fault("unsafe_name", "x");
    expect(diskFault(fault, "/a")).toBe(fault);
  });
});
