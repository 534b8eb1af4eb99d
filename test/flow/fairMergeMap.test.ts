import { EMPTY, from, lastValueFrom, NEVER, of, Subject, throwError, toArray } from "rxjs";
import { describe, expect, it } from "vitest";
import { type Fairness, fairMergeMap } from "../../src/flow/fairMergeMap.ts";
import { Gate, gated } from "../../src/flow/gate.ts";

const BY_FIRST_LETTER: Fairness<string> = {
  keyOf: (item) => item.slice(0, 1),
  atOnce: () => 1,
  keysAtOnce: 10,
};

describe("fairMergeMap", () => {
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

  it("parks what waits at the stream's gate, and nothing after the end, whatever that was", async () => {
    for (const end of ["complete", "error", "unsubscribe"] as const) {
      const gate = new Gate(100);
      const input = new Subject<string>();
      const works: Subject<never>[] = [];
      const work = () => {
        const one = new Subject<never>();
        works.push(one);
        return one;
      };
      const subscription = input.pipe(fairMergeMap(BY_FIRST_LETTER, work), gated(gate)).subscribe({ error: () => {} });
      for (const item of ["a1", "a2", "a3", "b1"]) input.next(item);
      expect(gate.parked).toBe(2);
      input.complete();
      if (end === "unsubscribe") subscription.unsubscribe();
      else if (end === "error") works[0]?.error(new Error("work"));
      else for (let n = 0; n < 4; n++) works[n]?.complete();
      expect(works).toHaveLength(end === "complete" ? 4 : 2);
      expect(gate.parked).toBe(0);
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
});
