import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Chain, type Note, Spool } from "../../../src/stages/report/spool.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "spool-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const note = (low: number): Note => ({ high: 2 ** 32 - 1, low, source: 7, outcome: 6, size: 2 ** 53 - 1 });

function texts(spool: Spool, chain: Chain): string[] {
  const found: string[] = [];
  spool.each(chain, (read) => found.push(`${read.low} ${read.text()}`));
  return found.sort();
}

describe("the spool of names", () => {
  it("gives back what each server's notes said, from memory and from disk", () => {
    const spool = new Spool(folder);
    const chains = [spool.chain(), spool.chain(), spool.chain()];
    const expected = chains.map((): string[] => []);
    for (let n = 0; n < 30_000; n++) {
      const text = `${"ü😀".repeat(n % 20)}${n}`;
      const chain = chains[n % 2];
      if (chain !== undefined) spool.add(chain, note(n), text);
      expected[n % 2]?.push(`${n} ${text}`);
    }
    expect(chains.map((chain) => texts(spool, chain))).toEqual(expected.map((each) => each.sort()));
    spool.close();
  });

  it("keeps a text of many chunks, and numbers as they are", () => {
    const spool = new Spool(folder);
    const chain = spool.chain();
    for (const text of ["a", "x".repeat(1_000_000), ""]) spool.add(chain, note(1), text);
    spool.each(chain, ({ high, low, source, outcome, size }) =>
      expect({ high, low, source, outcome, size }).toEqual(note(1)),
    );
    expect(texts(spool, chain).map(({ length }) => length)).toEqual([2, 3, 1_000_002]);
    spool.close();
  });

  it("leaves nothing in its folder, even while it is in use", () => {
    const spool = new Spool(folder);
    const chain = spool.chain();
    for (let n = 0; n < 10; n++) spool.add(chain, note(n), "x".repeat(100_000));
    expect(readdirSync(folder)).toEqual([]);
    expect(texts(spool, chain)).toHaveLength(10);
    spool.close();
    expect(() => texts(spool, chain)).toThrow("closed");
  });

  it("says what is wrong when the disk does not take it", () => {
    const spool = new Spool(join(folder, "missing"));
    const chain = spool.chain();
    spool.add(chain, note(1), "small");
    expect(() => spool.add(chain, note(1), "x".repeat(100_000))).toThrow(expect.objectContaining({ code: "disk" }));
  });
});
