import { concat, NEVER, Observable, of, Subject, throwError } from "rxjs";
import { describe, expect, it } from "vitest";
import { fromBatches } from "../../src/flow/fromBatches.ts";
import { currentGate, Gate, gated } from "../../src/flow/gate.ts";
import { iterate } from "../../src/flow/iterate.ts";

/** Numbers without end, and how many have been made. */
function endless() {
  const state = { made: 0, ended: false };
  const numbers = fromBatches(async function* () {
    try {
      for (;;) yield Array.from({ length: 100 }, () => state.made++);
    } finally {
      state.ended = true;
    }
  });
  return { state, numbers };
}

/** Whatever could go on without the outside has done so. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}

async function collected<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}

describe("a stream in a loop", () => {
  it("gives its values in order, what came at once and what comes later", async () => {
    const later = new Subject<number>();
    const values = collected(iterate(concat(of(1, 2, 3), later)));
    await settled();
    later.next(4);
    await settled();
    later.next(5);
    later.complete();
    expect(await values).toEqual([1, 2, 3, 4, 5]);
  });

  it("gives undefined as a value", async () => {
    expect(await collected(iterate(of(undefined, 1, undefined)))).toEqual([undefined, 1, undefined]);
  });

  it("throws its error behind the values that came before, once", async () => {
    const values = iterate(
      concat(
        of(1),
        throwError(() => new Error("no more")),
      ),
    )[Symbol.asyncIterator]();
    expect(await values.next()).toEqual({ done: false, value: 1 });
    await expect(values.next()).rejects.toThrow("no more");
    expect(await values.next()).toEqual({ done: true, value: undefined });
  });

  it("throws its error where it is waited for", async () => {
    const later = new Subject<number>();
    const values = collected(iterate(later));
    await settled();
    later.error(new Error("no more"));
    await expect(values).rejects.toThrow("no more");
  });

  it("is subscribed to by each loop anew, and not before its first step", async () => {
    let subscriptions = 0;
    const values = iterate(
      new Observable<number>((subscriber) => {
        subscriber.next(++subscriptions);
        subscriber.complete();
      }),
    );
    const idle = values[Symbol.asyncIterator]();
    expect(subscriptions).toBe(0);
    expect(await collected(values)).toEqual([1]);
    expect(await collected(values)).toEqual([2]);
    await idle.return?.();
    expect(await idle.next()).toEqual({ done: true, value: undefined });
    expect(subscriptions).toBe(2);
  });

  it("answers several who ask at once in their order", async () => {
    const source = new Subject<number>();
    const values = iterate(source)[Symbol.asyncIterator]();
    const asked = [values.next(), values.next(), values.next()];
    source.next(1);
    source.next(2);
    source.complete();
    expect(await Promise.all(asked)).toEqual([
      { done: false, value: 1 },
      { done: false, value: 2 },
      { done: true, value: undefined },
    ]);
  });
});

describe("leaving the loop", () => {
  it("unsubscribes", async () => {
    const { state, numbers } = endless();
    for await (const number of iterate(numbers)) if (number === 3) break;
    await settled();
    expect(state.ended).toBe(true);
  });

  it("wakes who still waits for a value", async () => {
    const values = iterate(NEVER)[Symbol.asyncIterator]();
    const waiting = values.next();
    await values.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  it("leaves nothing parked", async () => {
    let gate: Gate | undefined;
    const source = new Observable<number>((subscriber) => {
      gate = currentGate();
      for (const number of [1, 2, 3]) subscriber.next(number);
    });
    for await (const _ of iterate(source)) break;
    expect(gate?.parked).toBe(0);
  });
});

describe("a slow loop", () => {
  it("lets its source wait", async () => {
    const { state, numbers } = endless();
    let taken = 0;
    let ahead = 0;
    for await (const number of iterate(numbers)) {
      expect(number).toBe(taken++);
      if (taken % 10 === 0) await settled();
      ahead = Math.max(ahead, state.made - taken);
      if (taken === 5_000) break;
    }
    expect(ahead).toBeGreaterThan(500);
    expect(ahead).toBeLessThan(1_200);
  });

  it("lets its source wait at the gate around it, too", async () => {
    const { state, numbers } = endless();
    const gate = new Gate(1);
    gate.park();
    // A loop within a stream behind that gate.
    const first = new Observable<IteratorResult<number>>((subscriber) => {
      iterate(numbers)
        [Symbol.asyncIterator]()
        .next()
        .then((value) => subscriber.next(value));
    });
    const seen: unknown[] = [];
    first.pipe(gated(gate)).subscribe((value) => seen.push(value));
    await settled();
    expect([seen, state.made]).toEqual([[], 100]);
    gate.unpark();
    await settled();
    expect(seen).toEqual([{ done: false, value: 0 }]);
  });
});
