import { mkdtempSync, readdirSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { openFolderSink } from "../../src/sink/folder.ts";
import { foldedName, Foldings } from "../../src/sink/folding.ts";

describe("names that are one name to a disk", () => {
  it("differ in letters, in forms, or in both", () => {
    const both = { letters: true, forms: true };
    expect(foldedName("\u00c9.CSV", both)).toBe(foldedName("e\u0301.csv", both));
    expect(foldedName("\u017f\u03c2", both)).toBe(foldedName("S\u03a3", both));
    const letters = { letters: true, forms: false };
    expect(foldedName("A", letters)).toBe(foldedName("a", letters));
    expect(foldedName("\u00e9", letters)).not.toBe(foldedName("e\u0301", letters));
    const forms = { letters: false, forms: true };
    expect(foldedName("A", forms)).not.toBe(foldedName("a", forms));
    expect(foldedName("\u00e9", forms)).toBe(foldedName("e\u0301", forms));
    expect(foldedName("a", { letters: false, forms: false })).toBeUndefined();
  });

  it("are found out by a file that is taken away again", () => {
    const folder = mkdtempSync(join(tmpdir(), "fh-folding-"));
    const folding = new Foldings("0badcafe").in(folder);
    // What it says depends on the disk that the tests run on.
    if (process.platform === "linux") expect(folding).toEqual({ letters: false, forms: false });
    expect(readdirSync(folder)).toEqual([]);
    rmdirSync(folder);
    expect(new Foldings("0badcafe").in(folder)).toEqual({ letters: false, forms: false });
  });

  it("are found out once, and bytes that are no text are names of their own", () => {
    const bufferPath = mkdtempSync(join(tmpdir(), "fh-folding-"));
    const folding = vi.spyOn(Foldings.prototype, "in").mockReturnValue({ letters: true, forms: true });
    const sink = openFolderSink({ bufferPath });
    expect(sink.foldedName({ server: "s", name: "A" })).toBe("a");
    expect(sink.foldedName({ server: "s", name: "\ufffd", rawName: Buffer.from("\xff", "latin1") })).toBeUndefined();
    expect(folding.mock.calls).toEqual([[bufferPath]]);
    folding.mockRestore();
    rmdirSync(bufferPath);
  });
});
