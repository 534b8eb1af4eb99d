import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { filesBelow } from "./differences.ts";
import { plantTree } from "./tree.ts";

const MIB = 1_024 ** 2;
const GO_ON = new AbortController().signal;

it("a tree's large files have their size and time, and no two stretches alike", async () => {
  const parent = mkdtempSync(join(tmpdir(), "ftp-harvest-bench-"));
  try {
    const root = join(parent, "tree");
    const size = 9 * MIB;
    await plantTree(root, { seed: "s", files: 2, folders: 1, leastSize: size, mostSize: size }, GO_ON);
    const paths = filesBelow(root).map((path) => join(root, path));
    expect(paths.map((path) => statSync(path).size)).toEqual([size, size]);
    expect(paths.map((path) => statSync(path).mtime.getUTCFullYear())).toEqual([2020, 2020]);
    const stretches = paths.flatMap((path) => {
      const bytes = readFileSync(path);
      return [0, 4, 8].map((at) => bytes.subarray(at * MIB, at * MIB + 64).toString("hex"));
    });
    expect(new Set(stretches).size).toBe(6);
  } finally {
    rmSync(parent, { recursive: true });
  }
});
