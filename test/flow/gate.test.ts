import { concat, defer, EMPTY, finalize, lastValueFrom, NEVER, Observable, of, toArray } from "rxjs";
import { describe, expect, it } from "vitest";
import { fairMergeMap } from "../../src/flow/fairMergeMap.ts";
import { beginsHere, currentGate, Gate, gated, gatedAtOnce } from "../../src/flow/gate.ts";

describe("a gate", () => {
  it("lets sources through below the high mark, and again at the low mark only", async () => {
    const gate = new Gate(4);
    gate.park(3);
    expect(gate.ready()).toBeUndefined();
    gate.park();
    let open = false;
    const waiting = gate.ready()?.then(() => {
      open = true;
    });
    gate.unpark();
    await Promise.resolve();
    expect(open).toBe(false);
    gate.unpark();
    await waiting;
    expect(gate.parked).toBe(2);
  });

  it("opens for all who wait", async () => {
    const gate = new Gate(1);
    gate.park();
    const waiting = [gate.ready(), gate.ready()];
    gate.unpark();
    await Promise.all(waiting);
  });

  it("stays shut while it is held, however little is parked", async () => {
    const gate = new Gate(10);
    gate.hold();
    const waiting = gate.ready();
    expect(waiting).toBeDefined();
    gate.park();
    gate.unpark();
    gate.letGo();
    await waiting;
    expect(gate.ready()).toBeUndefined();
  });

  it("stays shut until everybody who holds it has let go", async () => {
    const gate = new Gate(10);
    gate.hold();
    gate.hold();
    let open = false;
    const waiting = gate.ready()?.then(() => {
      open = true;
    });
    gate.letGo();
    await Promise.resolve();
    expect(open).toBe(false);
    expect(gate.ready()).toBeDefined();
    gate.letGo();
    await waiting;
    expect(gate.ready()).toBeUndefined();
  });

  it("within another is passed when both are open", async () => {
    const outer = new Gate(1);
    const inner = new Gate(1, outer);
    expect(inner.ready()).toBeUndefined();
    outer.park();
    inner.park();
    const first = inner.ready();
    inner.unpark();
    await first;
    // The inner one is open, the outer one is not.
    const second = inner.ready();
    expect(second).toBeDefined();
    outer.unpark();
    await second;
    expect(inner.ready()).toBeUndefined();
    outer.hold();
    expect(inner.ready()).toBeDefined();
    // What is parked within is not the outer one's.
    expect([inner.parked, outer.parked]).toEqual([0, 0]);
  });

  it("asks for the disk before it shuts, and never where nobody else is held up", () => {
    expect(new Gate(100).diskMark).toBe(25);
    expect(new Gate(100, new Gate(1_000)).diskMark).toBe(25);
    expect(Gate.alone(100).diskMark).toBe(Number.POSITIVE_INFINITY);
    expect(new Gate(100, Gate.alone(1_000)).diskMark).toBe(Number.POSITIVE_INFINITY);
  });

  it("that is closed holds nobody up, and the one around it counts instead", async () => {
    const outer = new Gate(1);
    const inner = new Gate(1, outer);
    inner.park();
    inner.hold();
    const waiting = inner.ready();
    inner.close();
    await waiting;
    expect([inner.ready(), inner.parked, inner.open === outer]).toEqual([undefined, 0, true]);
    outer.park();
    expect(inner.ready()).toBeDefined();
    outer.close();
    expect([inner.ready(), inner.open]).toEqual([undefined, undefined]);
  });

  it("that is closed is not found by what begins where its stream ended", async () => {
    const outer = new Gate(1);
    const inner = new Gate(1, outer);
    const ended = new Promise<void>((resolve) => setImmediate(resolve));
    const seen = new Promise<Gate | undefined>((resolve) => {
      const stream = defer(() => ended).pipe(
        gated(inner),
        finalize(() => inner.close()),
      );
      concat(
        stream,
        defer(() => of(resolve(currentGate()))),
      )
        .pipe(gated(outer))
        .subscribe();
    });
    expect((await seen) === outer).toBe(true);
  });

  it("is found by what is subscribed to inside of it, also later", async () => {
    const gate = new Gate(1);
    const seen: (Gate | undefined)[] = [];
    const source = new Observable<never>((subscriber) => {
      seen.push(currentGate());
      queueMicrotask(() => {
        seen.push(currentGate());
        subscriber.complete();
      });
    });
    await new Promise<void>((complete) => source.pipe(gated(gate)).subscribe({ complete }));
    expect(seen.map((one) => one === gate)).toEqual([true, true]);
    expect(currentGate()).toBeUndefined();
  });
});

describe("a gate around a stream that is subscribed to at once", () => {
  /** The gates that a source finds while it is subscribed to, and a moment later. */
  function looking(seen: (Gate | undefined)[]): Observable<never> {
    return new Observable((subscriber) => {
      seen.push(currentGate());
      queueMicrotask(() => {
        seen.push(currentGate());
        subscriber.complete();
      });
    });
  }

  it("is found within the call only", async () => {
    const gate = new Gate(1);
    const seen: (Gate | undefined)[] = [];
    await new Promise<void>((complete) => looking(seen).pipe(gatedAtOnce(gate)).subscribe({ complete }));
    expect([seen[0] === gate, seen[1], currentGate()]).toEqual([true, undefined, undefined]);
  });

  it("is hidden by those within, which are found within the call only, too", async () => {
    const [outer, inner] = [new Gate(1), new Gate(1)];
    const seen: (Gate | undefined)[] = [];
    const stream = looking(seen).pipe(gated(inner));
    await new Promise<void>((complete) => stream.pipe(gatedAtOnce(outer)).subscribe({ complete }));
    expect([seen[0] === inner, seen[1]]).toEqual([true, undefined]);
  });

  it("is found by the work that a queue begins later", async () => {
    const gate = new Gate(10);
    const oneByOne = { keyOf: () => "", atOnce: () => 1, keysAtOnce: 1 };
    const found = () =>
      defer(() => {
        const here = currentGate() === gate;
        return new Promise<boolean>((resolve) => setImmediate(() => resolve(here)));
      });
    const all = lastValueFrom(of(1, 2, 3).pipe(fairMergeMap(oneByOne, found), toArray(), gatedAtOnce(gate)));
    expect(await all).toEqual([true, true, true]);
  });

  it("counts for nothing in what begins where another stream was subscribed to", () => {
    const [gate, other] = [new Gate(1), new Gate(1)];
    const begins: ((work: () => void) => void)[] = [];
    const remember = defer(() => {
      begins.push(beginsHere());
      return NEVER;
    });
    remember.pipe(gated(other)).subscribe();
    remember.subscribe();
    const seen: (Gate | undefined)[] = [];
    const beginning = defer(() => {
      for (const begin of begins) begin(() => seen.push(currentGate()));
      seen.push(currentGate());
      return EMPTY;
    });
    beginning.pipe(gatedAtOnce(gate)).subscribe();
    expect(seen.map((one) => (one === gate ? "gate" : one === other ? "other" : one))).toEqual([
      "other",
      undefined,
      "gate",
    ]);
  });

  it("is left again where a subscription throws", () => {
    const thrown = new Observable(() => {
      throw new Error("thrown");
    });
    let error: unknown;
    thrown.pipe(gatedAtOnce(new Gate(1))).subscribe({
      error: (one) => {
        error = one;
      },
    });
    expect([error, currentGate()]).toEqual([new Error("thrown"), undefined]);
  });
});
