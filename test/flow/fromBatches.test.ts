import { lastValueFrom, take, toArray } from "rxjs";
import { describe, expect, it, vi } from "vitest";
import { fromBatches } from "../../src/flow/fromBatches.ts";
import { Gate, gated } from "../../src/flow/gate.ts";
import { PATIENCE } from "../patience.ts";

describe("fromBatches", () => {
  it("hands on the items of all batches in order, then completes", async () => {
    const stream = fromBatches(async function* () {
      yield [1, 2];
      yield [];
      yield [3];
    });
    expect(await lastValueFrom(stream.pipe(toArray()))).toEqual([1, 2, 3]);
  });

  it("hands on the generator's error", async () => {
    const stream = fromBatches(async function* () {
      yield [1];
      throw new Error("no more");
    });
    await expect(lastValueFrom(stream)).rejects.toThrow("no more");
  });

  it("waits at the gate, in the middle of a batch too", async () => {
    const gate = new Gate(2);
    const seen: number[] = [];
    const stream = fromBatches(async function* () {
      yield [1, 2, 3, 4, 5];
    });
    const over = new Promise<void>((complete) => {
      const next = (n: number) => {
        seen.push(n);
        gate.park();
      };
      stream.pipe(gated(gate)).subscribe({ next, complete });
    });
    await settled();
    expect(seen).toEqual([1, 2]);
    gate.unpark();
    await settled();
    expect(seen).toEqual([1, 2, 3]);
    gate.unpark(3);
    await over;
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  });

  it("goes on waiting when the gate was shut again before it came through", async () => {
    const gate = new Gate(1);
    gate.park();
    const seen: number[] = [];
    const subscription = fromBatches(async function* () {
      yield [1];
    })
      .pipe(gated(gate))
      .subscribe((n) => seen.push(n));
    await settled();
    gate.unpark();
    gate.hold();
    await settled();
    expect(seen).toEqual([]);
    gate.letGo();
    await vi.waitUntil(() => seen.length === 1, PATIENCE);
    subscription.unsubscribe();
  });

  it("waits at a gate and at the one around it", async () => {
    const outer = new Gate(2);
    const inner = new Gate(4, outer);
    const seen: number[] = [];
    const subscription = fromBatches(async function* () {
      for (let n = 0; n < 1_000; n += 2) yield [n, n + 1];
    })
      .pipe(gated(inner), gated(outer))
      .subscribe((n) => {
        seen.push(n);
        inner.park();
        outer.park();
      });
    await settled();
    expect(seen).toHaveLength(2);
    outer.unpark(2);
    await settled();
    expect(seen).toHaveLength(4);
    outer.unpark(2);
    await settled();
    // Now it is the inner one that is full.
    expect(seen).toHaveLength(4);
    inner.unpark(4);
    await settled();
    expect(seen).toHaveLength(6);
    subscription.unsubscribe();
  });

  it("ends its generator on unsubscribe: while it makes a batch", async () => {
    let ended = false;
    const stream = fromBatches<number>(async function* (signal) {
      try {
        await new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
        yield [1];
      } finally {
        ended = true;
      }
    });
    const subscription = stream.subscribe();
    await settled();
    subscription.unsubscribe();
    await vi.waitUntil(() => ended, PATIENCE);
  });

  it("ends its generator on unsubscribe: in the middle of a batch", async () => {
    let ended = false;
    const stream = fromBatches(async function* () {
      try {
        yield [1, 2, 3];
      } finally {
        ended = true;
      }
    });
    expect(await lastValueFrom(stream.pipe(take(1), toArray()))).toEqual([1]);
    await vi.waitUntil(() => ended, PATIENCE);
  });

  it("ends its generator on unsubscribe: also one that has nothing to give and no ear for the signal", async () => {
    let turns = 0;
    let ended = false;
    const stream = fromBatches<number>(async function* () {
      try {
        while (turns++ < 1_000) {
          await settled();
          yield [];
        }
      } finally {
        ended = true;
      }
    });
    const subscription = stream.subscribe();
    await settled();
    subscription.unsubscribe();
    await vi.waitUntil(() => ended, PATIENCE);
    expect(turns).toBeLessThan(1_000);
  });

  it("ends its generator on unsubscribe: behind the last item of a batch", async () => {
    let batches = 0;
    let ended = false;
    const stream = fromBatches(async function* () {
      try {
        while (batches++ < 2) yield [1];
      } finally {
        ended = true;
      }
    });
    expect(await lastValueFrom(stream.pipe(take(1)))).toBe(1);
    await vi.waitUntil(() => ended, PATIENCE);
    expect(batches).toBe(1);
  });

  it("ends its generator on unsubscribe: at a gate that never opens", async () => {
    const gate = new Gate(1);
    gate.park();
    let ended = false;
    const stream = fromBatches(async function* () {
      try {
        yield [1];
      } finally {
        ended = true;
      }
    });
    const subscription = stream.pipe(gated(gate)).subscribe();
    await settled();
    subscription.unsubscribe();
    await vi.waitUntil(() => ended, PATIENCE);
  });
});

/** Whatever could go on without the outside has done so. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}
