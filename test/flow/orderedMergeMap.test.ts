import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filter, from, lastValueFrom, NEVER, type Observable, of, Subject, take, throwError, toArray } from "rxjs";
import { afterAll, describe, expect, it } from "vitest";
import type { Fairness } from "../../src/flow/fairMergeMap.ts";
import { fromBatches } from "../../src/flow/fromBatches.ts";
import { Gate, gated } from "../../src/flow/gate.ts";
import { orderedMergeMap } from "../../src/flow/orderedMergeMap.ts";
import { settled, until } from "./eventLoop.ts";
import { gateProbe } from "./gateProbe.ts";
import { openIn } from "./openIn.ts";

const folder = mkdtempSync(join(tmpdir(), "fh-ordered-"));
afterAll(() => rmSync(folder, { recursive: true }));

const SPILL = { folder, codec: { write: (item: string) => item, read: (text: string) => text } };
const BY_FIRST_LETTER: Fairness<string> = { keyOf: (item) => item.slice(0, 1), atOnce: () => 2, keysAtOnce: 10 };
const HIGH = 40;

/** Items of ten keys in turn, and how many were made. */
function endless(most = 20_000) {
  const state = { made: 0 };
  const items = fromBatches(async function* () {
    while (state.made < most) yield [`${"abcdefghij"[state.made % 10]}${state.made++}`];
  });
  return { state, items };
}

/** Work that is over when the test says so. */
function byHand() {
  const begun = new Map<string, Subject<string>>();
  const work = (item: string): Observable<string> => {
    const one = new Subject<string>();
    begun.set(item, one);
    return one;
  };
  const finish = (item: string) => {
    begun.get(item)?.next(item.toUpperCase());
    begun.get(item)?.complete();
  };
  return { begun, work, finish };
}

describe("orderedMergeMap", () => {
  it("gives results in the order of the items across keys, whatever is over first", async () => {
    const items = Array.from({ length: 300 }, (_, n) => `${"abc"[n % 3]}${n}`);
    const out = from(items).pipe(
      orderedMergeMap(
        BY_FIRST_LETTER,
        async (item) => {
          for (let turns = (item.length * 7 + item.charCodeAt(0)) % 5; turns > 0; turns--) await settled();
          return item;
        },
        50,
      ),
      toArray(),
    );
    expect(await lastValueFrom(out)).toEqual(items);
  });

  it("runs no more of a key at once than it may", () => {
    const { begun, work } = byHand();
    const running = from(["a1", "a2", "a3", "b1"])
      .pipe(orderedMergeMap(BY_FIRST_LETTER, work, 10))
      .subscribe();
    expect([...begun.keys()]).toEqual(["a1", "a2", "b1"]);
    running.unsubscribe();
  });

  it("holds no more results than its window behind a slow first item, and its source waits", async () => {
    const probe = gateProbe();
    const { items, state } = endless();
    const { begun, work, finish } = byHand();
    const seen: string[] = [];
    const running = items
      .pipe(probe.at(), orderedMergeMap(BY_FIRST_LETTER, work, 30), gated(new Gate(HIGH)))
      .subscribe((item) => seen.push(item));
    for (let round = 0; round < 20; round++) {
      await settled();
      for (const item of begun.keys()) if (item !== "a0") finish(item);
    }
    expect(begun.size).toBe(30);
    expect(seen).toEqual([]);
    expect(probe.parked).toBe(HIGH);
    expect(state.made).toBeLessThanOrEqual(30 + HIGH + 1);
    finish("a0");
    await settled();
    expect(seen).toHaveLength(30);
    expect(begun.size).toBeGreaterThan(30);
    running.unsubscribe();
    expect(probe.parked).toBe(0);
  });

  it("puts what waits aside on disk where it may, takes it back in order, and closes the file", async () => {
    const { items } = endless(5_000);
    const { begun, work, finish } = byHand();
    const probe = gateProbe();
    const out = lastValueFrom(
      items.pipe(
        probe.at(),
        orderedMergeMap(BY_FIRST_LETTER, (item) => (item === "a0" ? work(item) : of(item.toUpperCase())), 30, SPILL),
        toArray(),
        gated(new Gate(HIGH)),
      ),
    );
    await until(() => openIn(folder).length === 1);
    expect(begun.size).toBe(1);
    expect(probe.parked).toBeLessThanOrEqual(HIGH / 4);
    finish("a0");
    expect(await out).toEqual(Array.from({ length: 5_000 }, (_, n) => `${"ABCDEFGHIJ"[n % 10]}${n}`));
    expect(openIn(folder)).toEqual([]);
  });

  it("ends with an error where the disk does not give back what it took", () => {
    const read = () => {
      throw new Error("damaged");
    };
    const { work, finish } = byHand();
    const seen: string[] = [];
    from(Array.from({ length: 1_000 }, (_, n) => `a${n}`))
      .pipe(
        orderedMergeMap(BY_FIRST_LETTER, work, 2, { ...SPILL, codec: { ...SPILL.codec, read } }),
        gated(new Gate(HIGH)),
      )
      .subscribe({ error: (error: Error) => seen.push(error.message) });
    // What is in memory comes first.
    for (let n = 0; n < HIGH; n++) finish(`a${n}`);
    expect(seen).toEqual(["damaged"]);
  });

  it("completes with an empty input, and with work that gives nothing", async () => {
    for (const input of [[], ["a", "b"]]) {
      const out = from(input).pipe(
        orderedMergeMap(BY_FIRST_LETTER, () => from<string[]>([]), 10),
        toArray(),
      );
      expect(await lastValueFrom(out)).toEqual([]);
    }
  });

  it("gives what was in order before an error of the work, of the source or of the key", async () => {
    const { work, finish } = byHand();
    const seen: unknown[] = [];
    const failing = throwError(() => new Error("work"));
    from(["a1", "b1", "c1"])
      .pipe(orderedMergeMap(BY_FIRST_LETTER, (item) => (item === "b1" ? failing : work(item)), 10))
      .subscribe({ next: (item) => seen.push(item), error: (error: Error) => seen.push(error.message) });
    expect(seen).toEqual(["work"]);

    const source = new Subject<string>();
    const second: unknown[] = [];
    source.pipe(orderedMergeMap(BY_FIRST_LETTER, work, 10)).subscribe({
      next: (item) => second.push(item),
      error: (error: Error) => second.push(error.message),
    });
    for (const item of ["a1", "b1"]) source.next(item);
    finish("a1");
    source.error(new Error("source"));
    finish("b1");
    expect(second).toEqual(["A1", "source"]);

    const keyOf = () => {
      throw new Error("key");
    };
    const key = from(["a"]).pipe(orderedMergeMap({ ...BY_FIRST_LETTER, keyOf }, (item) => of(item), 10));
    await expect(lastValueFrom(key)).rejects.toThrow("key");
  });

  it("ends what runs and begins nothing more when it is unsubscribed from", () => {
    const { begun, work } = byHand();
    const source = new Subject<string>();
    const running = source.pipe(orderedMergeMap(BY_FIRST_LETTER, work, 10)).subscribe();
    for (const item of ["a1", "a2", "a3"]) source.next(item);
    running.unsubscribe();
    expect([...begun.values()].map(({ observed }) => observed)).toEqual([false, false]);
    expect([begun.size, source.observed]).toEqual([2, false]);
  });

  it("stops a source that gives all at once when there is enough", async () => {
    let made = 0;
    function* all(): Generator<string> {
      while (made < 1_000_000) yield `a${made++}`;
    }
    const out = from(all()).pipe(
      orderedMergeMap(BY_FIRST_LETTER, (item) => of(item), 10),
      take(2),
      toArray(),
    );
    expect(await lastValueFrom(out)).toEqual(["a0", "a1"]);
    expect(made).toBe(2);
  });

  it("goes on where a stock filter behind it drops everything", async () => {
    const out = endless().items.pipe(
      orderedMergeMap(BY_FIRST_LETTER, (item) => of(item), 10),
      filter(() => false),
      toArray(),
      gated(new Gate(HIGH)),
    );
    expect(await lastValueFrom(out)).toEqual([]);
  });

  it("waits where the stream behind it waits", async () => {
    const below = new Gate(HIGH);
    below.hold();
    const { items, state } = endless();
    const running = items
      .pipe(
        orderedMergeMap(BY_FIRST_LETTER, () => NEVER, 10, SPILL),
        gated(below),
      )
      .subscribe();
    await settled();
    expect(state.made).toBeLessThanOrEqual(1);
    running.unsubscribe();
  });
});
