import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeFolder } from "../../src/records/makeFolder.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fh-make-folder-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("makeFolder", () => {
  it("makes all that is missing, with the mode given", () => {
    makeFolder(join(folder, "a/b/c"), 0o700);
    expect(statSync(join(folder, "a/b/c")).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, "a")).mode & 0o777).toBe(0o700);
  });

  it("leaves a folder that is there as it is", () => {
    makeFolder(folder);
    expect(statSync(folder).isDirectory()).toBe(true);
  });

  it("throws where a file is in the way, at the end and in between", () => {
    writeFileSync(join(folder, "file"), "");
    expect(() => makeFolder(join(folder, "file"))).toThrow(/EEXIST/);
    expect(() => makeFolder(join(folder, "file/below"))).toThrow(/ENOTDIR/);
  });

  it("throws where nothing can be made, and does not go on for ever", () => {
    expect(() => makeFolder("/proc/fh-none/below")).toThrow(/ENOENT/);
  });
});
