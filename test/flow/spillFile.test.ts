import { closeSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { DiskBudget } from "../../src/flow/diskBudget.ts";
import { BLOCK_BYTES, SpillFile } from "../../src/flow/spillFile.ts";
import { Fault } from "../../src/records/fault.ts";
import { openIn } from "./openIn.ts";
import { tinyDisk } from "./tinyDisk.ts";

const folder = mkdtempSync(join(tmpdir(), "fh-spillfile-"));
const spill = join(folder, "state", "spill");

afterEach(() => rmSync(join(folder, "state"), { recursive: true, force: true }));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function block(letter: string): Buffer {
  return Buffer.alloc(BLOCK_BYTES, letter);
}

function bytesOnDisk(): number {
  return openIn(spill).reduce((sum, fd) => sum + statSync(`/proc/self/fd/${fd}`).size, 0);
}

describe("a spill file", () => {
  it("gives back what was written, whatever the order", () => {
    const file = new SpillFile(spill, 10 * BLOCK_BYTES);
    const places = ["a", "b", "c"].map((letter) => file.write(block(letter)) ?? -1);
    expect(places.toReversed().map((place) => file.read(place).toString("utf8", 0, 1))).toEqual(["c", "b", "a"]);
    file.close();
  });

  it("is made with its first block, for this user only, and has no name", () => {
    const file = new SpillFile(spill, BLOCK_BYTES);
    expect(() => statSync(spill)).toThrow("ENOENT");
    file.write(block("a"));
    expect(statSync(spill).mode & 0o777).toBe(0o700);
    expect(readdirSync(spill)).toEqual([]);
    const [fd = -1] = openIn(spill);
    expect(statSync(`/proc/self/fd/${fd}`).mode & 0o777).toBe(0o600);
    file.close();
    expect(openIn(spill)).toEqual([]);
  });

  it("takes no more than its cap, and again what was freed, without growing", () => {
    const file = new SpillFile(spill, 2 * BLOCK_BYTES + 1);
    const first = file.write(block("a")) ?? -1;
    file.write(block("b"));
    expect(file.write(block("c"))).toBeUndefined();
    for (let n = 0; n < 100; n++) {
      file.free(first);
      expect(file.write(block("d"))).toBe(first);
    }
    expect(bytesOnDisk()).toBe(2 * BLOCK_BYTES);
    expect(file.read(first).toString("utf8", 0, 1)).toBe("d");
    file.close();
  });

  it("shares a budget with others: what one has the other can't, until it is given back", () => {
    const budget = new DiskBudget(3 * BLOCK_BYTES);
    const [one, other] = [1, 2].map(() => new SpillFile(spill, 10 * BLOCK_BYTES, { budget }));
    const places = ["a", "b"].map((letter) => one?.write(block(letter)) ?? -1);
    expect([other?.write(block("c")), other?.write(block("d"))]).toEqual([0, undefined]);
    expect(budget.lacks(1)).toBe(true);
    // A block that the file has already costs nothing more.
    one?.free(places[0] ?? -1);
    expect(one?.write(block("e"))).toBe(places[0]);
    for (const place of places) one?.free(place);
    expect([other?.write(block("f")), other?.write(block("g")), one?.write(block("h"))]).toEqual([1, 2, undefined]);
    other?.close();
    expect(one?.write(block("i"))).toBe(0);
    one?.close();
    expect(budget.lacks(3 * BLOCK_BYTES)).toBe(false);
  });

  it("gives its share back where the disk complains at the end", () => {
    const budget = new DiskBudget(BLOCK_BYTES);
    const file = new SpillFile(spill, BLOCK_BYTES, { budget });
    const place = file.write(block("a")) ?? -1;
    for (const fd of openIn(spill)) closeSync(fd);
    file.free(place);
    file.close();
    expect(budget.lacks(BLOCK_BYTES)).toBe(false);
  });

  it("gives the disk its space back when nothing is left in it", () => {
    const file = new SpillFile(spill, 10 * BLOCK_BYTES);
    const places = ["a", "b", "c"].map((letter) => file.write(block(letter)) ?? -1);
    for (const place of places) file.free(place);
    expect(bytesOnDisk()).toBe(0);
    const again = file.write(block("e")) ?? -1;
    expect(file.read(again).toString("utf8", 0, 1)).toBe("e");
    expect(bytesOnDisk()).toBe(BLOCK_BYTES);
    file.close();
  });

  it("says once why the disk takes nothing", () => {
    const notes: string[] = [];
    mkdirSync(join(folder, "state"));
    writeFileSync(spill, "a file where the folder should be");
    const file = new SpillFile(spill, BLOCK_BYTES, { note: (message) => notes.push(message) });
    expect([file.write(block("a")), file.write(block("a"))]).toEqual([undefined, undefined]);
    expect(notes).toEqual([expect.stringMatching(/^can't put records aside in .*EEXIST/)]);
    file.close();
  });

  it("takes nothing more where the disk is full, keeps what it took, and takes more when there is room", (test) => {
    using disk = tinyDisk(4 * BLOCK_BYTES);
    if (disk === undefined) return test.skip("nothing may be mounted here");
    const notes: string[] = [];
    const file = new SpillFile(disk.folder, 100 * BLOCK_BYTES, { note: (message) => notes.push(message) });
    const places: number[] = [];
    for (let place = file.write(block("a")); place !== undefined; place = file.write(block("a"))) places.push(place);
    expect(places.length).toBeGreaterThan(0);
    expect(places.length).toBeLessThanOrEqual(4);
    expect(file.write(block("b"))).toBeUndefined();
    expect(notes).toEqual([expect.stringMatching(/^can't put records aside in .*ENOSPC/)]);
    for (const place of places) expect(file.read(place).equals(block("a"))).toBe(true);
    file.free(places[0] ?? -1);
    expect(file.write(block("c"))).toBe(places[0]);
    file.close();
  });

  it("throws a fault where a block can't be read back", () => {
    const file = new SpillFile(spill, 10 * BLOCK_BYTES);
    const place = file.write(block("a")) ?? -1;
    expect(() => file.read(place + 1)).toThrow(Fault);
    file.close();
    expect(() => file.read(place)).toThrow(Fault);
    expect(file.write(block("a"))).toBeUndefined();
  });
});
