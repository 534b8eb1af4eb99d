import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Note, notesIn } from "../../../src/stages/report/noteBytes.ts";
import { type Chain, Spool } from "../../../src/stages/report/spool.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "spool-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const note = (name: string): Note => ({
  high: 2 ** 32 - 1,
  low: 1,
  source: 7,
  outcome: 6,
  size: 2 ** 53 - 1,
  name,
  detail: `why ${name}`,
});

function add(spool: Spool, chain: Chain, name: string): void {
  spool.add(chain, note(name));
}

function notes(spool: Spool, chain: Chain): Note[] {
  const found: Note[] = [];
  for (const chunk of spool.chunks(chain)) for (const each of notesIn(chunk)) found.push(each.decoded());
  return found;
}

function names(spool: Spool, chain: Chain): string[] {
  return notes(spool, chain).map(({ name }) => name);
}

describe("the spool of notes", () => {
  it("gives back what each server's notes said, from memory and from disk", () => {
    const spool = new Spool(folder);
    const chains = [spool.chain(), spool.chain(), spool.chain()];
    const expected = chains.map((): string[] => []);
    for (let n = 0; n < 30_000; n++) {
      const name = `${"ü😀".repeat(n % 20)}${n}`;
      const chain = chains[n % 2];
      if (chain !== undefined) add(spool, chain, name);
      expected[n % 2]?.push(name);
    }
    expect(chains.map((chain) => names(spool, chain).sort())).toEqual(expected.map((each) => each.sort()));
    spool.close();
  });

  it("keeps a name of many chunks, and numbers as they are", () => {
    const spool = new Spool(folder);
    const chain = spool.chain();
    const given = ["a", "x".repeat(3_000_000), "", "bb"].map(note);
    for (const each of given) spool.add(chain, each);
    const found = notes(spool, chain).sort((a, b) => a.name.length - b.name.length);
    expect(found).toEqual([given[2], given[0], given[3], given[1]]);
    spool.close();
  });

  it("holds eight mebibytes, however many servers and however long the names", () => {
    const spool = new Spool(folder);
    const chains = Array.from({ length: 300 }, () => spool.chain());
    for (let n = 0; n < 30; n++) {
      for (const [place, chain] of chains.entries()) add(spool, chain, "x".repeat(place * n));
      expect(spool.held).toBeLessThanOrEqual(8 * 1024 * 1024);
    }
    expect(chains.map((chain) => names(spool, chain).length)).toEqual(chains.map(() => 30));
    spool.close();
  });

  it("leaves nothing in its folder, even while it is in use", () => {
    const spool = new Spool(folder);
    const chain = spool.chain();
    for (let n = 0; n < 20; n++) add(spool, chain, "x".repeat(100_000));
    expect(spool.file.end).toBeGreaterThan(0);
    expect(readdirSync(folder)).toEqual([]);
    expect(names(spool, chain)).toHaveLength(20);
    spool.close();
    expect(() => names(spool, chain)).toThrow("closed");
  });

  it("needs no file for what is little", () => {
    const spool = new Spool(join(folder, "missing"));
    const chain = spool.chain();
    for (let n = 0; n < 5_000; n++) add(spool, chain, String(n));
    expect(names(spool, chain)).toHaveLength(5_000);
    spool.close();
  });

  it("says what is wrong when the disk does not take it, and keeps what it has", () => {
    const spool = new Spool(join(folder, "missing"));
    const chain = spool.chain();
    add(spool, chain, "small");
    expect(() => add(spool, chain, "x".repeat(2_000_000))).toThrow(expect.objectContaining({ code: "disk" }));
    expect(names(spool, chain)).toEqual(["small"]);
  });
});
