import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { NamedFiles } from "../../src/config/namedFiles.ts";

describe("the files that a configuration names", () => {
  it("are told when one of them can't be read again", () => {
    const folder = mkdtempSync(join(tmpdir(), "fh-named-"));
    const file = join(folder, "file");
    try {
      writeFileSync(file, "secret");
      const files = new NamedFiles();
      expect([files.text(file, 100), files.pipe]).toEqual(["secret", undefined]);
      // No file of a disk, as a pipe is none.
      expect([files.text(devNull, 100), files.pipe]).toEqual(["", devNull]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
