import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EMPTY, filter, from, lastValueFrom, NEVER, of, Subject, take, throwError, toArray } from "rxjs";
import { afterAll, describe, expect, it } from "vitest";
import { type Fairness, fairMergeMap } from "../../src/flow/fairMergeMap.ts";
import { fromBatches } from "../../src/flow/fromBatches.ts";
import { currentGate, Gate, gated } from "../../src/flow/gate.ts";
import { BLOCK_BYTES } from "../../src/flow/spillFile.ts";
import type { Spill } from "../../src/flow/waitingRoom.ts";
import { settled, still, until } from "./eventLoop.ts";
import { gateProbe } from "./gateProbe.ts";
import { openIn } from "./openIn.ts";
import { tinyDisk } from "./tinyDisk.ts";

const BY_FIRST_LETTER: Fairness<string> = {
  keyOf: (item) => item.slice(0, 1),
  atOnce: () => 1,
  keysAtOnce: 10,
};

const HIGH = 40;
const SERVERS = 300;
const BY_SERVER: Fairness<string> = { keyOf, atOnce: () => 1, keysAtOnce: SERVERS };

const folder = mkdtempSync(join(tmpdir(), "fh-fair-"));
writeFileSync(join(folder, "file"), "a file where a folder should be");
afterAll(() => rmSync(folder, { recursive: true }));

const SPILL: Spill<string> = {
  folder: join(folder, "spill"),
  codec: { write: (item) => item, read: (text) => text },
};

function keyOf(item: string): string {
  return item.split(" ", 1)[0] ?? "";
}

/** Every second item is server 0's, the others are those of all others in turn. */
function nth(n: number): string {
  return `${n % 2 === 0 ? 0 : 1 + (((n - 1) / 2) % (SERVERS - 1))} ${n}`;
}

/** The mixed work for many servers, and how much of it was made. */
function mixed(count: number) {
  const state = { made: 0 };
  const items = fromBatches(async function* () {
    while (state.made < count) yield [nth(state.made++)];
  });
  return { state, items };
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

describe("fairMergeMap", () => {
  it("lets others have their turn while it works off what is over at once", async () => {
    const slow = new Subject<string>();
    let over = 0;
    const running = from(Array.from({ length: 5_001 }, (_, n) => `a${n}`))
      .pipe(fairMergeMap(BY_FIRST_LETTER, (item) => (item === "a0" ? slow : Promise.resolve(item))))
      .subscribe(() => over++);
    slow.complete();
    let turns = 0;
    while (!running.closed) {
      await settled();
      turns++;
    }
    expect(over).toBe(5_000);
    expect(turns).toBeGreaterThanOrEqual(2);
  });

  it("completes when its input has and all of it is over", async () => {
    const out = from(["a1", "a2", "b1"]).pipe(
      fairMergeMap(BY_FIRST_LETTER, async (item) => item.toUpperCase()),
      toArray(),
    );
    expect((await lastValueFrom(out)).toSorted()).toEqual(["A1", "A2", "B1"]);
  });

  it("completes with an empty input, and with work that gives nothing", async () => {
    const nothing = from<string[]>([]).pipe(
      fairMergeMap(BY_FIRST_LETTER, (item) => of(item)),
      toArray(),
    );
    expect(await lastValueFrom(nothing)).toEqual([]);
    const silent = from(["a", "a"]).pipe(
      fairMergeMap(BY_FIRST_LETTER, () => EMPTY),
      toArray(),
    );
    expect(await lastValueFrom(silent)).toEqual([]);
  });

  it("lets one key that never ends hold up no other", () => {
    const seen: string[] = [];
    const input = new Subject<string>();
    const running = input
      .pipe(fairMergeMap(BY_FIRST_LETTER, (item) => (item.startsWith("slow") ? NEVER : of(item))))
      .subscribe((item) => seen.push(item));
    for (const item of ["slow1", "slow2", "a1", "slow3", "a2", "b1"]) input.next(item);
    expect(seen).toEqual(["a1", "a2", "b1"]);
    running.unsubscribe();
  });

  it("hands on an error of the input, of the work, and of the key", async () => {
    const input = throwError(() => new Error("input")).pipe(fairMergeMap(BY_FIRST_LETTER, (item) => of(item)));
    await expect(lastValueFrom(input)).rejects.toThrow("input");
    const work = from(["a", "a", "b"]).pipe(fairMergeMap(BY_FIRST_LETTER, () => Promise.reject(new Error("work"))));
    await expect(lastValueFrom(work)).rejects.toThrow("work");
    const keyOf = () => {
      throw new Error("key");
    };
    const key = from(["a"]).pipe(fairMergeMap({ ...BY_FIRST_LETTER, keyOf }, (item) => of(item)));
    await expect(lastValueFrom(key)).rejects.toThrow("key");
  });

  it("starts nothing more once it is unsubscribed from, and ends what runs", () => {
    const begun: string[] = [];
    const running = new Set<Subject<string>>();
    const subscription = from(["a1", "a2", "b1"])
      .pipe(
        fairMergeMap(BY_FIRST_LETTER, (item) => {
          begun.push(item);
          const work = new Subject<string>();
          running.add(work);
          return work;
        }),
      )
      .subscribe();
    subscription.unsubscribe();
    expect(begun).toEqual(["a1", "b1"]);
    expect([...running].some((work) => work.observed)).toBe(false);
  });

  it("parks what waits, and nothing after the end, whatever that was", async () => {
    for (const end of ["complete", "error", "unsubscribe"] as const) {
      const probe = gateProbe();
      const input = new Subject<string>();
      const works: Subject<never>[] = [];
      const work = () => {
        const one = new Subject<never>();
        works.push(one);
        return one;
      };
      const subscription = input.pipe(probe.at(), fairMergeMap(BY_FIRST_LETTER, work)).subscribe({ error: () => {} });
      for (const item of ["a1", "a2", "a3", "b1"]) input.next(item);
      expect(probe.parked).toBe(2);
      input.complete();
      if (end === "unsubscribe") subscription.unsubscribe();
      else if (end === "error") works[0]?.error(new Error("work"));
      else for (let n = 0; n < 4; n++) works[n]?.complete();
      expect(works).toHaveLength(end === "complete" ? 4 : 2);
      expect(probe.parked).toBe(0);
    }
  });

  it("takes 100,000 items whose work is over at once", async () => {
    const items = Array.from({ length: 100_000 }, (_, n) => `${n % 7}-${n}`);
    const out = from(items).pipe(
      fairMergeMap(BY_FIRST_LETTER, (item) => of(item)),
      toArray(),
    );
    expect(await lastValueFrom(out)).toHaveLength(items.length);
  });

  it("stops a source that gives all at once when there is enough", async () => {
    let made = 0;
    function* all(): Generator<string> {
      while (made < 1_000_000) yield `a${made++}`;
    }
    const out = from(all()).pipe(
      fairMergeMap(BY_FIRST_LETTER, (item) => of(item)),
      take(2),
      toArray(),
    );
    expect(await lastValueFrom(out)).toEqual(["a0", "a1"]);
    expect(made).toBe(2);
  });

  it("stops such a source also where a filter above lets nothing more through", async () => {
    let made = 0;
    function* all(): Generator<string> {
      while (made < 1_000) yield `a${made++}`;
    }
    const out = from(all()).pipe(
      filter((item) => item < "a2"),
      fairMergeMap(BY_FIRST_LETTER, (item) => of(item)),
      take(2),
      toArray(),
    );
    expect(await lastValueFrom(out)).toEqual(["a0", "a1"]);
    expect(made).toBe(2);
  });

  it("lets its work find the gate behind it, also where it asks before it is subscribed to", () => {
    const gate = new Gate(HIGH);
    const seen: (Gate | undefined)[] = [];
    const work = () => {
      seen.push(currentGate());
      return EMPTY;
    };
    of("a").pipe(fairMergeMap(BY_FIRST_LETTER, work), gated(gate)).subscribe();
    expect(seen.map((one) => one === gate)).toEqual([true]);
  });

  it("bounds an endless stream where there is no disk, also with a filter behind that drops everything", async () => {
    const probe = gateProbe();
    const { items, state } = mixed(20_000);
    const running = items
      .pipe(
        probe.at(),
        fairMergeMap(BY_SERVER, () => NEVER),
        gated(new Gate(HIGH)),
      )
      .subscribe();
    await settled();
    expect(probe.parked).toBe(HIGH);
    expect(state.made).toBeLessThanOrEqual(SERVERS + HIGH + 1);
    running.unsubscribe();

    const dropped = mixed(20_000).items.pipe(
      fairMergeMap(BY_SERVER, (item) => of(item)),
      filter(() => false),
      toArray(),
      gated(new Gate(HIGH)),
    );
    expect(await lastValueFrom(dropped)).toEqual([]);
  });
});

describe("fairMergeMap with a disk", () => {
  it("lets one slow and endless server among 300 hold up no other, and parks no more than it may", async () => {
    const probe = gateProbe();
    const { items, state } = mixed(60_000);
    const slow: Subject<string>[] = [];
    let most = 0;
    const seen = new Map<string, number>();
    const running = items
      .pipe(
        probe.at(),
        fairMergeMap(
          BY_SERVER,
          (item) => {
            most = Math.max(most, probe.parked);
            if (keyOf(item) !== "0") return settled().then(() => item);
            const one = new Subject<string>();
            slow.push(one);
            return one;
          },
          SPILL,
        ),
        gated(new Gate(HIGH)),
      )
      .subscribe((item) => seen.set(keyOf(item), (seen.get(keyOf(item)) ?? 0) + 1));
    // Every second item is the slow one's: 30,000, and 100 or 101 for each of the others.
    await until(() => state.made === 60_000 && total(seen) === 30_000);
    expect(seen.size).toBe(SERVERS - 1);
    expect(seen.has("0")).toBe(false);
    expect(slow).toHaveLength(1);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(HIGH / 4);
    const [fd = -1, ...more] = openIn(folder);
    expect(more).toEqual([]);
    const { size, mode } = statSync(`/proc/self/fd/${fd}`);
    // Its lines have nine bytes at the most.
    expect(size).toBeGreaterThan(30_000 * 5);
    expect(mode & 0o777).toBe(0o600);
    running.unsubscribe();
    expect([probe.parked, openIn(folder)]).toEqual([0, []]);
  });

  it("gives each server's items in order, and all of them", async () => {
    const { items } = mixed(20_000);
    const out = await lastValueFrom(
      items.pipe(
        fairMergeMap(BY_SERVER, (item) => settled().then(() => item), SPILL),
        toArray(),
        gated(new Gate(HIGH)),
      ),
    );
    expect(out).toHaveLength(20_000);
    const last = new Map<string, number>();
    for (const item of out) {
      const n = Number(item.split(" ")[1]);
      expect(n).toBeGreaterThan(last.get(keyOf(item)) ?? -1);
      last.set(keyOf(item), n);
    }
    expect(openIn(folder)).toEqual([]);
  });

  it.each(["complete", "error of the work", "error of the source", "unsubscribe"])(
    "closes its file after: %s",
    (end) => {
      const input = new Subject<string>();
      const works: Subject<string>[] = [];
      const work = () => {
        const one = new Subject<string>();
        works.push(one);
        return one;
      };
      const running = input
        .pipe(fairMergeMap(BY_FIRST_LETTER, work, SPILL), gated(new Gate(HIGH)))
        .subscribe({ error: () => {} });
      const many = 4 * BLOCK_BYTES;
      for (let n = 0; n < 100; n++) input.next(`a${"x".repeat(many / 50)}`);
      expect(openIn(folder)).toHaveLength(1);
      if (end === "unsubscribe") running.unsubscribe();
      else if (end === "error of the work") works[0]?.error(new Error("work"));
      else if (end === "error of the source") input.error(new Error("source"));
      else {
        input.complete();
        for (let n = 0; n < 100; n++) works[n]?.complete();
        expect(works).toHaveLength(100);
      }
      expect(openIn(folder)).toEqual([]);
    },
  );

  it("waits as it would without a disk behind the file's cap, and where the disk takes nothing; nothing is lost", async () => {
    using disk = tinyDisk(4 * BLOCK_BYTES);
    const notes: string[] = [];
    const note = (message: string) => notes.push(message);
    const capped = { lineBytes: 2 * BLOCK_BYTES, fileBytes: 2 * BLOCK_BYTES };
    const spills: Spill<string>[] = [
      { ...SPILL, limits: capped, note },
      { ...SPILL, folder: join(folder, "file"), note },
    ];
    if (disk !== undefined) spills.push({ ...SPILL, folder: disk.folder, note });
    for (const spill of spills) {
      const probe = gateProbe();
      const { items, state } = mixed(60_000);
      let open = false;
      const waiting: (() => void)[] = [];
      const work = async (item: string) => {
        if (!open && keyOf(item) === "0") await new Promise<void>((resolve) => waiting.push(resolve));
        return item;
      };
      const out = lastValueFrom(
        items.pipe(probe.at(), fairMergeMap(BY_SERVER, work, spill), toArray(), gated(new Gate(HIGH))),
      );
      await still(() => state.made);
      // A slow one has filled its part: its source waits, above the low mark at least.
      expect(probe.parked).toBeGreaterThan(HIGH / 2);
      expect(probe.parked).toBeLessThanOrEqual(HIGH);
      expect(state.made).toBeLessThan(30_000);
      open = true;
      for (const go of waiting) go();
      expect((await out).toSorted()).toEqual(Array.from({ length: 60_000 }, (_, n) => nth(n)).toSorted());
      expect(probe.parked).toBe(0);
    }
    // The cap is no fault.
    expect(notes).toHaveLength(spills.length - 1);
  });

  it("begins nothing of what lies on disk while nobody takes its results", async () => {
    const gate = new Gate(HIGH);
    let [begun, over] = [0, 0];
    const out = from(Array.from({ length: 1_000 }, (_, n) => `a${n}`)).pipe(
      fairMergeMap(
        BY_FIRST_LETTER,
        (item) => {
          begun++;
          return of(item);
        },
        SPILL,
      ),
      gated(gate),
    );
    const running = out.subscribe(() => {
      // As a pipe does whose reader is slow.
      if (++over === 5) gate.hold();
    });
    await still(() => begun);
    expect([begun, over]).toEqual([5, 5]);
    gate.letGo();
    await until(() => running.closed);
    expect([begun, over]).toEqual([1_000, 1_000]);
  });

  it("ends with an error where the disk does not give back what it took", async () => {
    const read = () => {
      throw new Error("damaged");
    };
    const out = from(Array.from({ length: 100 }, (_, n) => `a${n}`)).pipe(
      fairMergeMap(BY_FIRST_LETTER, async (item) => item, { ...SPILL, codec: { ...SPILL.codec, read } }),
      gated(new Gate(HIGH)),
    );
    await expect(lastValueFrom(out)).rejects.toThrow("damaged");
  });
});
