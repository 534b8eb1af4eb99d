import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { BLOCK_BYTES, SpillFile } from "../../../src/flow/spillFile.ts";
import { Backlog } from "../../../src/stages/list/backlog.ts";

const folder = mkdtempSync(join(tmpdir(), "fh-backlog-"));
const file = new SpillFile(folder, 64 * 1024 ** 2);

afterAll(() => {
  file.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Item {
  readonly n: number;
  readonly text: string;
}

const item = (n: number): Item => ({ n, text: `\xff\n${"x".repeat(n % 300)}` });
const bytesOf = ({ text }: Item) => 100 + text.length;

describe("a backlog", () => {
  it("gives back in order what it was given, from memory and from disk", () => {
    const backlog = new Backlog({ file, bytesOf, memoryBytes: 10_000, diskBytes: 64 * 1024 ** 2 });
    for (let n = 0; n < 5_000; n++) expect(backlog.push(item(n))).toBe(true);
    expect(backlog.length).toBe(5_000);
    for (let n = 0; n < 5_000; n++) expect(backlog.shift()).toEqual(item(n));
    expect(backlog.shift()).toBeUndefined();
  });

  it("holds in memory no more bytes than it may, however many items come", () => {
    const backlog = new Backlog({ file, bytesOf: () => 1_000, memoryBytes: 10_000, diskBytes: 64 * 1024 ** 2 });
    for (let n = 0; n < 100_000; n++) backlog.push(item(n % 10));
    expect([backlog.inMemory, backlog.length]).toEqual([10, 100_000]);
    backlog.clear();
  });

  it("takes no more when its part of the disk is full, and loses nothing then", () => {
    const backlog = new Backlog({ file, bytesOf, memoryBytes: 1_000, diskBytes: 2 * BLOCK_BYTES });
    let taken = 0;
    while (backlog.push(item(taken))) taken++;
    expect(backlog.length).toBe(taken);
    for (let n = 0; n < taken; n++) expect(backlog.shift()).toEqual(item(n));
    expect(backlog.shift()).toBeUndefined();
  });

  it("has all of its room again when it was cleared", () => {
    const backlog = new Backlog({ file, bytesOf, memoryBytes: 1_000, diskBytes: 2 * BLOCK_BYTES });
    const fill = () => {
      let taken = 0;
      while (backlog.push(item(taken))) taken++;
      return [taken, backlog.inMemory];
    };
    const first = fill();
    backlog.clear();
    expect([backlog.length, backlog.shift()]).toEqual([0, undefined]);
    expect(fill()).toEqual(first);
    backlog.clear();
  });
});
