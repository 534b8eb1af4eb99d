import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { NamedFiles } from "../../src/config/namedFiles.ts";

describe("the files that a configuration names", () => {
  it("are told when one of them can't be read again", async () => {
    const folder = mkdtempSync(join(tmpdir(), "fh-named-"));
    const [file, pipe] = [join(folder, "file"), join(folder, "pipe")];
    writeFileSync(file, "secret");
    execFileSync("mkfifo", [pipe]);
    const writer = spawn("sh", ["-c", 'printf secret > "$0"', pipe]);
    const ended = once(writer, "exit");
    try {
      const files = new NamedFiles();
      expect([files.text(file, 100), files.pipe]).toEqual(["secret", undefined]);
      expect([files.text(pipe, 100), files.text(pipe, 100), files.pipe]).toEqual(["secret", "secret", pipe]);
    } finally {
      await ended;
      rmSync(folder, { recursive: true });
    }
  });
});
