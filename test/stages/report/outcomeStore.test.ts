import { mkdtempSync, readdirSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inTurns } from "../../../src/stages/report/inTurns.ts";
import type { Note } from "../../../src/stages/report/noteBytes.ts";
import { OUTCOME } from "../../../src/stages/report/outcomeKind.ts";
import { OutcomeStore, type Settled } from "../../../src/stages/report/outcomeStore.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "outcomes-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Keys that are spread as those of names are. */
const key = (n: number) => ({ high: Math.imul(n, 0x9e3779b1) >>> 0, low: n });

/** Of file `n` by one of two stage processes. */
function note(n: number, outcome: number, source = n % 2): Note {
  return {
    ...key(n),
    source,
    outcome,
    size: n,
    name: `Ä ${(n * 7919) % 1_000_003}`,
    detail: outcome === 3 ? "no" : "",
  };
}

/** What becomes of file `n`: each outcome has its files. */
const best = (n: number) => [1, 3, 4, 5, 6, 6, 6][n % 7] ?? 1;

/** Each file is told as asked for, as failed where it was to be seen, and as what became of it, far from one another. */
function filled(store: OutcomeStore, files: number) {
  const chain = store.chain();
  for (let n = 0; n < files; n++) store.add(chain, note(n, OUTCOME.file, 9));
  for (let n = files - 1; n >= 0; n--) store.add(chain, note(n, best(n)));
  for (let n = 0; n < files; n++) store.add(chain, note(n, Math.min(best(n), OUTCOME.failed), 9));
  return chain;
}

function settled(store: OutcomeStore, files: number, sources = [0, 1]): Promise<Settled> {
  return inTurns(store.settle(filled(store, files), sources));
}

const GROUPS = { files: [6], failures: [3], others: [1, 4] } as const;

function expectedNames(files: number, outcomes: readonly number[]): string[] {
  const numbers = Array.from({ length: files }, (_, n) => n).filter((n) => outcomes.includes(best(n)));
  return numbers.map((n) => note(n, 1).name).sort();
}

function openFiles(): number {
  return readdirSync("/proc/self/fd").filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith(folder);
    } catch {
      return false;
    }
  }).length;
}

describe.each([70, 21_000])("%i files of one server", (files) => {
  it("are counted once each, as the best that is told of them", async () => {
    const store = new OutcomeStore(folder, false);
    const { count } = await settled(store, files);
    const seventh = files / 7;
    expect(count.counts).toMatchObject({ unknown: seventh, failed: seventh, skipped: seventh, unchanged: seventh });
    expect(count.counts).toMatchObject({ fetched: 3 * seventh, troubles: 0 });
    store.close();
  });

  it("are counted for each stage process that is asked for", async () => {
    const store = new OutcomeStore(folder, false);
    const { count } = await settled(store, files, [0, 1, 5]);
    const of = [0, 1, 5, 9].map((source) => count.source(source));
    // Who has not said more than that it was asked for has given no outcome.
    expect(of.map(({ outcomes }) => outcomes)).toEqual([(files / 7) * 3, (files / 7) * 3, 0, 0]);
    expect(of.map(({ failures }) => failures)).toEqual([files / 14, files / 14, 0, 0]);
    store.close();
  });

  it.each(["files", "failures", "others"] as const)("come by name, once each: %s", async (group) => {
    const store = new OutcomeStore(folder, false);
    const { outcomes } = await settled(store, files);
    for (let time = 0; time < 2; time++) {
      const names = Array.from(store.sorted(outcomes, [group]), ({ name }) => name);
      expect(names).toEqual(expectedNames(files, GROUPS[group]));
    }
    store.close();
  });

  it("come all together, unchanged ones when they are wanted", async () => {
    const store = new OutcomeStore(folder, true);
    const { outcomes } = await settled(store, files);
    const names = Array.from(store.sorted(outcomes, ["files", "failures", "others"]), ({ name }) => name);
    expect(names).toEqual(expectedNames(files, [1, 3, 4, 5, 6]));
    store.close();
  });

  it("are gone when the store is closed, with all its files", async () => {
    const store = new OutcomeStore(folder, false);
    const { outcomes } = await settled(store, files);
    expect(openFiles()).toBe(files > 1_000 ? 1 : 0);
    expect(readdirSync(folder)).toEqual([]);
    const begun = store.sorted(outcomes, ["files"]);
    store.close();
    expect(openFiles()).toBe(0);
    expect(() => begun.next()).toThrow("closed");
  });
});

describe("outcomes of one name", () => {
  it("have one order, however the notes came", async () => {
    const notes = ["b", "a", "c"].flatMap((detail, n) => [
      { ...key(n), source: 0, outcome: OUTCOME.failed, size: Number.NaN, name: "same", detail },
      { ...key(n + 10), source: 0, outcome: OUTCOME.fetched, size: n, name: "same", detail: "" },
    ]);
    const orders = [notes, notes.toReversed()].map(async (given) => {
      const store = new OutcomeStore(folder, false);
      const chain = store.chain();
      for (const each of given) store.add(chain, each);
      const { outcomes } = await inTurns(store.settle(chain, []));
      const order = Array.from(store.sorted(outcomes, ["files", "failures"]), ({ size, detail }) => detail || size);
      store.close();
      return order;
    });
    expect(await Promise.all(orders)).toEqual([
      ["a", "b", "c", 0, 1, 2],
      ["a", "b", "c", 0, 1, 2],
    ]);
  });
});

describe("names longer than what is read at once", () => {
  it("come whole, among short ones", async () => {
    const store = new OutcomeStore(folder, false);
    const chain = store.chain();
    const names = Array.from({ length: 300 }, (_, n) => "x".repeat((n % 3) * 40_000 + n));
    for (const [n, name] of names.entries()) store.add(chain, { ...note(n, OUTCOME.fetched), name });
    const { outcomes } = await inTurns(store.settle(chain, []));
    expect(Array.from(store.sorted(outcomes, ["files"]), ({ name }) => name.length)).toEqual(
      names.map(({ length }) => length).sort((a, b) => a - b),
    );
    store.close();
  });
});

describe("a store on a disk that takes no more", () => {
  it("says so, and leaves no file open", async () => {
    const store = new OutcomeStore(folder, false);
    const chain = filled(store, 21_000);
    rmSync(folder, { recursive: true });
    await expect(inTurns(store.settle(chain, []))).rejects.toMatchObject({ code: "disk" });
    store.close();
    expect(openFiles()).toBe(0);
  });
});
