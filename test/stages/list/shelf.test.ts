import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { DiskBudget } from "../../../src/flow/diskBudget.ts";
import { BLOCK_BYTES } from "../../../src/flow/spillFile.ts";
import { Shelf } from "../../../src/stages/list/shelf.ts";

const folder = mkdtempSync(join(tmpdir(), "fh-shelf-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LIMITS = { entriesInMemory: 0, foldersInMemory: 5_000, onDisk: 1024 ** 2 };

/** Entries that find room. */
function fill(shelf: Shelf): number {
  const entries = shelf.entries();
  let taken = 0;
  while (entries.push({ kind: "file", name: "n".repeat(200), size: 1, modified: null })) taken++;
  return taken;
}

describe("a shelf", () => {
  it("has a part of the disk that all walks share, and gives it back", () => {
    const budget = new DiskBudget(10 * BLOCK_BYTES);
    const [one, other] = [new Shelf(folder, LIMITS, budget), new Shelf(folder, LIMITS, budget)];
    const most = fill(one);
    expect(most).toBeLessThan((11 * BLOCK_BYTES) / 200);
    expect(one.refusal).toBe(`${10 * BLOCK_BYTES} bytes on disk wait already, of all servers`);
    // What fits into one block is not on disk yet.
    expect(fill(other)).toBeLessThan(BLOCK_BYTES / 200);
    one.close();
    expect(fill(other)).toBeGreaterThan(most / 2);
    other.close();
    expect(budget.lacks(10 * BLOCK_BYTES)).toBe(false);
  });

  it("has a part of memory for all folders still to be walked, however deep the tree is", () => {
    const shelf = new Shelf(folder, LIMITS);
    const inMemory = (before: number) => {
      const folders = shelf.folders(before);
      for (let n = 0; n < 20; n++) folders.push({ path: `/${n}`, real: `/${n}`, depth: 2, through: [] });
      return folders.inMemory;
    };
    expect(inMemory(0)).toBe(8);
    expect(inMemory(2_500)).toBe(4);
    expect(inMemory(5_000)).toBe(0);
    shelf.close();
  });
});
