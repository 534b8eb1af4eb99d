import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { RecordFile } from "../../src/records/recordFile.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fh-record-file-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function refusals(): { readonly refused: (error: unknown) => void; readonly seen: unknown[] } {
  const seen: unknown[] = [];
  return { refused: (error) => void seen.push(error), seen };
}

describe("a file of records", () => {
  it("has a line for each, the last one ended by an orderly end, and nothing of what was in it", () => {
    const path = join(folder, "x");
    writeFileSync(path, "what was in it before, and longer than what comes");
    const { refused, seen } = refusals();
    const file = new RecordFile(path, 0o600, refused);
    file.record({ type: "a" });
    file.record({ b: 1, type: "b" });
    file.end();
    expect(readFileSync(path, "utf8")).toBe('{"type":"a"}\n{"type":"b","b":1}\n');
    expect(seen).toEqual([]);
  });

  it("is made with the mode that is asked for", () => {
    const path = join(folder, "x");
    new RecordFile(path, 0o600, refusals().refused).end();
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("throws where it can't be opened", () => {
    expect(() => new RecordFile(join(folder, "no/x"), 0o600, refusals().refused)).toThrow("ENOENT");
  });

  it("tells once that a disk is full, and writes no more", () => {
    const { refused, seen } = refusals();
    const file = new RecordFile("/dev/full", 0o600, refused);
    for (let n = 0; n < 10; n++) file.record({ type: "x".repeat(100_000) });
    file.end();
    file.end();
    expect(seen).toEqual([expect.objectContaining({ code: "ENOSPC" })]);
  });
});
