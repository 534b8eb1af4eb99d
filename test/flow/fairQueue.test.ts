import { describe, expect, it } from "vitest";
import { FairQueue } from "../../src/flow/fairQueue.ts";

interface Item {
  readonly n: number;
}

/** A queue whose work is over when the test says so. */
function queueOf(lanesAtOnce: number) {
  const started: string[] = [];
  const queue = new FairQueue<string, Item>({ lanesAtOnce, start: (key, { n }) => started.push(`${key}${n}`) });
  return { queue, started, push: (key: string, n: number, atOnce = 1) => queue.push(key, { n }, atOnce) };
}

describe("a fair queue", () => {
  it("starts no more of a key than may run at once", () => {
    const { queue, started, push } = queueOf(10);
    for (let n = 0; n < 5; n++) push("a", n, 2);
    expect(started).toEqual(["a0", "a1"]);
    queue.done("a");
    expect(started).toEqual(["a0", "a1", "a2"]);
  });

  it("starts one at a time of a key that says 0", () => {
    const { started, push } = queueOf(10);
    push("a", 0, 0);
    push("a", 1, 0);
    expect(started).toEqual(["a0"]);
  });

  it("lets a key that never ends hold up no other", () => {
    const { queue, started, push } = queueOf(2);
    for (let n = 0; n < 100; n++) push("slow", n);
    for (let n = 0; n < 100; n++) push("fast", n);
    for (let n = 0; n < 99; n++) queue.done("fast");
    expect(started).toHaveLength(101);
    expect(started.filter((name) => name.startsWith("slow"))).toEqual(["slow0"]);
  });

  it("begins no more keys than may be begun, and the next when all of one is over", () => {
    const { queue, started, push } = queueOf(1);
    push("a", 0);
    push("b", 0);
    push("a", 1);
    queue.done("a");
    expect(started).toEqual(["a0", "a1"]);
    queue.done("a");
    expect(started).toEqual(["a0", "a1", "b0"]);
  });

  it("keeps the place of a key that has nothing to do until another needs it, the longest idle first", () => {
    const left: string[] = [];
    const started: string[] = [];
    const start = (key: string, { n }: Item) => started.push(`${key}${n}`);
    const queue = new FairQueue<string, Item>({ lanesAtOnce: 2, start, left: (key) => left.push(key) });
    for (const key of ["a", "b"]) queue.push(key, { n: 0 }, 1);
    for (const key of ["a", "b"]) queue.done(key);
    // Begun again where it was: "b" is the longest idle one now.
    queue.push("a", { n: 1 }, 1);
    queue.done("a");
    expect(left).toEqual([]);
    queue.push("c", { n: 0 }, 1);
    expect(left).toEqual(["b"]);
    queue.push("a", { n: 2 }, 1);
    queue.push("b", { n: 1 }, 1);
    expect(started).toEqual(["a0", "b0", "a1", "c0", "a2"]);
    queue.done("c");
    expect(left).toEqual(["b", "c"]);
    expect(started.at(-1)).toBe("b1");
  });

  it("takes a key again that was over", () => {
    const { queue, started, push } = queueOf(1);
    push("a", 0);
    queue.done("a");
    push("a", 1);
    queue.done("a");
    push("b", 0);
    expect(started).toEqual(["a0", "a1", "b0"]);
  });

  it("gives each key its turn while they run", () => {
    const order: string[] = [];
    const queue = new FairQueue<string, Item>({
      lanesAtOnce: 10,
      start(key) {
        order.push(key);
      },
    });
    for (const key of ["a", "b", "c"]) for (let n = 0; n < 3; n++) queue.push(key, { n }, 1);
    for (let round = 0; round < 2; round++) for (const key of ["a", "b", "c"]) queue.done(key);
    expect(order.join("")).toBe("abcabcabc");
  });

  it("keeps the order of a key and loses none of 100,000 that are over at once", () => {
    const seen: number[] = [];
    const queue: FairQueue<string, Item> = new FairQueue({
      lanesAtOnce: 3,
      start(key, { n }) {
        seen.push(n);
        queue.done(key);
      },
    });
    for (let n = 0; n < 100_000; n++) queue.push("a", { n }, 1);
    expect(seen).toEqual(Array.from({ length: 100_000 }, (_, n) => n));
  });

  it("does not nest: 100,000 that wait behind one run without a deep stack", () => {
    let open = false;
    let over = 0;
    const queue: FairQueue<string, Item> = new FairQueue({
      lanesAtOnce: 3,
      start(key) {
        if (!open) return;
        over++;
        queue.done(key);
      },
    });
    for (let n = 0; n <= 100_000; n++) queue.push("a", { n }, 1);
    open = true;
    queue.done("a");
    expect(over).toBe(100_000);
  });

  it("takes work that comes from inside of work", () => {
    const seen: number[] = [];
    const queue: FairQueue<string, Item> = new FairQueue({
      lanesAtOnce: 1,
      start(key, { n }) {
        seen.push(n);
        if (n < 1_000) queue.push(key, { n: n + 1 }, 1);
        queue.done(key);
      },
    });
    queue.push("a", { n: 0 }, 1);
    expect(seen).toHaveLength(1_001);
  });

  it("goes on after work that threw", () => {
    const seen: number[] = [];
    const queue = new FairQueue<string, Item>({
      lanesAtOnce: 2,
      start(_, { n }) {
        seen.push(n);
        if (n === 0) throw new Error("at once");
      },
    });
    expect(() => queue.push("a", { n: 0 }, 2)).toThrow("at once");
    queue.push("a", { n: 1 }, 2);
    expect(seen).toEqual([0, 1]);
  });

  it("starts nothing while it must wait, and all that it may when it need not", () => {
    const started: number[] = [];
    const wakers: (() => void)[] = [];
    let mustWait = false;
    const queue = new FairQueue<string, Item>({
      lanesAtOnce: 1,
      start: (_, { n }) => started.push(n),
      mustWait(goOn) {
        if (mustWait) wakers.push(goOn);
        return mustWait;
      },
    });
    queue.push("a", { n: 0 }, 3);
    mustWait = true;
    for (let n = 1; n < 5; n++) queue.push("a", { n }, 3);
    queue.done("a");
    expect([started, wakers.length]).toEqual([[0], 1]);
    mustWait = false;
    wakers[0]?.();
    expect(started).toEqual([0, 1, 2, 3]);
  });
});
