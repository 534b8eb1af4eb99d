import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { differences, differencesText } from "./differences.ts";

let folder: string;
let root: string;
let copy: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ftp-harvest-bench-"));
  [root, copy] = [join(folder, "root"), join(folder, "copy")];
  for (const tree of [root, copy]) {
    mkdirSync(join(tree, "dir"), { recursive: true });
    for (const name of ["dir/a", "dir/b", "c"]) writeFileSync(join(tree, name), `content of ${name}`);
  }
});

afterEach(() => rmSync(folder, { recursive: true }));

describe("the comparison of a harvest with its tree", () => {
  it("finds nothing where all is there", () => {
    expect(differencesText(differences(root, copy, "bytes"))).toBeUndefined();
  });

  it("notices a missing file, also where a folder has its name", () => {
    rmSync(join(copy, "dir/a"));
    rmSync(join(copy, "c"));
    mkdirSync(join(copy, "c"));
    expect(differencesText(differences(root, copy, "sizes"))).toBe("2 missing");
  });

  it("notices a short file", () => {
    writeFileSync(join(copy, "dir/b"), "content of dir/");
    expect(differencesText(differences(root, copy, "sizes"))).toBe("1 of another size");
  });

  it("notices one byte at the end of a large file", () => {
    const bytes = Buffer.alloc(3 * 1_024 ** 2 + 1);
    writeFileSync(join(root, "large"), bytes);
    writeFileSync(join(copy, "large"), bytes);
    expect(differencesText(differences(root, copy, "bytes"))).toBeUndefined();
    writeFileSync(join(copy, "large"), bytes.fill(1, bytes.length - 1));
    expect(differencesText(differences(root, copy, "bytes"))).toBe("1 with other bytes");
  });

  it("notices a changed file of the same size when it looks at bytes", () => {
    writeFileSync(join(copy, "c"), "content of d");
    expect(differences(root, copy, "sizes").wrongBytes).toBe(0);
    expect(differencesText(differences(root, copy, "bytes"))).toBe("1 with other bytes");
  });
});
