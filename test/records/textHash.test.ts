import { describe, expect, it } from "vitest";
import { beginHash, endHash, hashInto, hashOn, newSeed } from "../../src/records/textHash.ts";

const seed = newSeed();

function hashOf(...texts: string[]): string {
  const hash = { high: 0, low: 0 };
  beginHash(hash, seed);
  for (const text of texts) hashOn(hash, text);
  endHash(hash);
  return `${hash.high} ${hash.low}`;
}

describe("the hash of texts", () => {
  it("is the same for the same texts, and of one text the one that `hashInto` gives", () => {
    const hash = { high: 1, low: 1 };
    hashInto(hash, "a/b.csv", seed);
    expect(hashOf("a/b.csv")).toBe(`${hash.high} ${hash.low}`);
    expect(hashOf("a", "b")).toBe(hashOf("a", "b"));
  });

  it("tells where one text ends and the next begins, and how many there are", () => {
    const all = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"], ["c", "ab"], [""], ["", ""], []];
    expect(new Set(all.map((texts) => hashOf(...texts))).size).toBe(all.length);
  });

  it("tells 200,000 names of two runs apart", () => {
    const hashes = new Set<string>();
    for (let n = 0; n < 100_000; n++)
      for (const run of ["run-1", "run-2"]) hashes.add(hashOf(run, `/out/file-${n}.csv`));
    expect(hashes.size).toBe(200_000);
  });
});
