import { mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { openFolderSink } from "../../src/sink/folder.ts";
import { Foldings, foldedName } from "../../src/sink/folding.ts";

/** What is found out depends on the disk that the tests run on. */
const UNFOLDED =
  process.platform === "linux"
    ? { letters: false, forms: false }
    : { letters: expect.any(Boolean), forms: expect.any(Boolean) };

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

  it("are found out by a file that is taken away again, also the one of a run that was killed", () => {
    const root = mkdtempSync(join(tmpdir(), "fh-folding-"));
    const killed = () => writeFileSync(join(root, ".s.fh-probe-\u00e9"), "");
    killed();
    expect(new Foldings(root).in("s", "missing")).toEqual(UNFOLDED);
    expect(readdirSync(root)).toEqual([]);
    killed();
    mkdirSync(join(root, "s"));
    writeFileSync(join(root, "s", ".fh-probe-\u00e9"), "");
    expect(new Foldings(root).in("s", "there")).toEqual(UNFOLDED);
    expect(readdirSync(root, { recursive: true })).toEqual(["s"]);
    expect(new Foldings(root).in("../s", "there")).toEqual(UNFOLDED);
    rmSync(root, { recursive: true });
    expect(new Foldings(root).in("s", "missing")).toEqual(UNFOLDED);
  });

  it.runIf(process.platform === "linux")("are told by the probe's other spellings, if they are there as well", () => {
    // On a disk that takes both for one they would be; here they are files of their own.
    for (const [spelling, folding] of [
      [".S.FH-PROBE-\u00c9", { letters: true, forms: false }],
      [".s.fh-probe-e\u0301", { letters: false, forms: true }],
    ] as const) {
      const root = mkdtempSync(join(tmpdir(), "fh-folding-"));
      writeFileSync(join(root, spelling), "");
      expect(new Foldings(root).in("s", "missing")).toEqual(folding);
      expect(readdirSync(root)).toEqual([spelling]);
      rmSync(root, { recursive: true });
    }
  });

  it("are looked for again when another process took the file away meanwhile", () => {
    const root = mkdtempSync(join(tmpdir(), "fh-folding-"));
    const probe = join(root, ".s.fh-probe-\u00e9");
    const asDisk = String.prototype.normalize;
    let looks = 0;
    // The other spelling is the same file here: so it is on a disk that takes both forms for one.
    const forms = vi.spyOn(String.prototype, "normalize").mockImplementation(function (this: string, form) {
      if (!this.startsWith(".s.fh-probe-")) return asDisk.call(this, form);
      looks++;
      if (looks === 1) rmSync(probe);
      return String(this);
    });
    const folding = new Foldings(root).in("s", "missing");
    forms.mockRestore();
    expect({ folding, looks }).toEqual({ folding: { letters: false, forms: true }, looks: 2 });
    expect(readdirSync(root)).toEqual([]);
    rmdirSync(root);
  });

  it("are found out once, and bytes that are no text are names of their own", () => {
    const bufferPath = mkdtempSync(join(tmpdir(), "fh-folding-"));
    const folding = vi.spyOn(Foldings.prototype, "in").mockReturnValue({ letters: true, forms: true });
    const sink = openFolderSink({ bufferPath });
    expect(sink.foldedName({ server: "s", name: "A" })).toBe("a");
    expect(sink.foldedName({ server: "s", name: "\ufffd", rawName: Buffer.from("\xff", "latin1") })).toBeUndefined();
    expect(folding.mock.calls).toEqual([["s", "missing"]]);
    folding.mockRestore();
    rmdirSync(bufferPath);
  });
});
