import {
  defer,
  EMPTY,
  filter,
  from,
  lastValueFrom,
  map,
  NEVER,
  type Observable,
  of,
  Subject,
  take,
  tap,
  throwError,
  toArray,
} from "rxjs";
import { describe, expect, it } from "vitest";
import { boundedMergeMap } from "../../src/flow/boundedMergeMap.ts";
import { fromBatches } from "../../src/flow/fromBatches.ts";
import { currentGate, Gate, gated } from "../../src/flow/gate.ts";
import { settled } from "./eventLoop.ts";
import { gateProbe } from "./gateProbe.ts";

const HIGH = 10;
/** As good as endless, and a test that finds no bound still comes to its end. */
const ENDLESS = 20_000;

/** Numbers from 0 on, and how many were made. */
function endless(most = ENDLESS) {
  const state = { made: 0 };
  const numbers = fromBatches(async function* () {
    while (state.made < most) yield [state.made++, state.made++, state.made++];
  });
  return { state, numbers };
}

/** Work that is over when the test says so. */
function byHand() {
  const running: Subject<number>[] = [];
  const work = () => {
    const one = new Subject<number>();
    running.push(one);
    return one;
  };
  const finish = (count: number) => {
    for (const one of running.splice(0, count)) one.complete();
  };
  return { work, running, finish };
}

describe("a bounded merge", () => {
  it("gives what RxJS's own gives, with and without a gate", async () => {
    const twice = (n: number, index: number) => of(n, index);
    const out = from([5, 6, 7]).pipe(boundedMergeMap(twice, 2), toArray());
    const expected = [5, 0, 6, 1, 7, 2];
    expect(await lastValueFrom(out)).toEqual(expected);
    expect(await lastValueFrom(out.pipe(gated(new Gate(HIGH))))).toEqual(expected);
  });

  it("runs no more at once than it may, and parks the others", () => {
    const probe = gateProbe();
    const { work, running, finish } = byHand();
    const subscription = from([1, 2, 3, 4, 5]).pipe(probe.at(), boundedMergeMap(work, 2)).subscribe();
    expect([running.length, probe.parked]).toEqual([2, 3]);
    finish(1);
    expect([running.length, probe.parked]).toEqual([2, 2]);
    subscription.unsubscribe();
  });

  it("loses none of 10,000 that gathered behind a slow one and whose work is over at once", async () => {
    const first = new Subject<number>();
    const items = from(Array.from({ length: 10_001 }, (_, n) => n));
    const out = lastValueFrom(
      items.pipe(
        boundedMergeMap((n) => (n === 0 ? first : of(n)), 1),
        toArray(),
      ),
    );
    first.complete();
    expect(await out).toEqual(Array.from({ length: 10_000 }, (_, n) => n + 1));
  });

  it("stops a source that gives all at once when there is enough", async () => {
    let made = 0;
    function* all(): Generator<number> {
      while (made < 1_000_000) yield made++;
    }
    const out = from(all()).pipe(
      boundedMergeMap((n) => of(n), 2),
      take(2),
      toArray(),
    );
    expect(await lastValueFrom(out)).toEqual([0, 1]);
    expect(made).toBe(2);
  });

  it("hands on errors of the source and of the work", async () => {
    const failing = throwError(() => new Error("no"));
    await expect(lastValueFrom(failing.pipe(boundedMergeMap(() => NEVER, 2)))).rejects.toThrow("no");
    await expect(lastValueFrom(of(1).pipe(boundedMergeMap(() => failing, 2)))).rejects.toThrow("no");
    const thrown = () => {
      throw new Error("thrown");
    };
    await expect(lastValueFrom(of(1).pipe(boundedMergeMap(thrown, 2), gated(new Gate(HIGH))))).rejects.toThrow(
      "thrown",
    );
  });

  it.each(["unsubscribe", "error of the source", "error of the work", "thrown by the work"])(
    "leaves nothing parked after: %s",
    (end) => {
      const probe = gateProbe();
      const source = new Subject<number>();
      const running: Subject<number>[] = [];
      const work = () => {
        if (running.length === 2) throw new Error("thrown");
        const one = new Subject<number>();
        running.push(one);
        return one;
      };
      const subscription = source.pipe(probe.at(), boundedMergeMap(work, 2)).subscribe({ error: () => {} });
      for (let n = 0; n < 7; n++) source.next(n);
      expect(probe.parked).toBe(5);
      if (end === "unsubscribe") subscription.unsubscribe();
      else if (end === "error of the source") source.error(new Error("no"));
      else if (end === "error of the work") running[0]?.error(new Error("no"));
      else running[0]?.complete();
      expect(probe.parked).toBe(0);
    },
  );

  it("lets its work find the gate, whoever woke it", () => {
    const gate = new Gate(HIGH);
    const seen: (Gate | undefined)[] = [];
    const source = new Subject<number>();
    // Also where it asks before it is subscribed to, as `iterate` does.
    const work = () => {
      seen.push(currentGate());
      return defer(() => {
        seen.push(currentGate());
        return EMPTY;
      });
    };
    const subscription = source
      .pipe(
        boundedMergeMap(() => from([1]).pipe(boundedMergeMap(work, 1)), 1),
        gated(gate),
      )
      .subscribe();
    // Outside of the gate's scope, as a socket's callback is.
    source.next(1);
    expect(seen.map((one) => one === gate)).toEqual([true, true]);
    subscription.unsubscribe();
  });
});

describe("the bound holds", () => {
  it("for an endless stream and slow work, and all goes on when the work does", async () => {
    const probe = gateProbe();
    const { numbers, state } = endless();
    const { work, running, finish } = byHand();
    const subscription = numbers.pipe(probe.at(), boundedMergeMap(work, 2), gated(new Gate(HIGH))).subscribe();
    await settled();
    expect([running.length, probe.parked]).toEqual([2, HIGH]);
    for (let done = 0; done < 100; done++) {
      finish(1);
      await settled();
      expect(running).toHaveLength(2);
      expect(probe.parked).toBeLessThanOrEqual(HIGH);
      // In the generator's hands: a batch.
      expect(state.made).toBeLessThanOrEqual(done + 3 + HIGH + 3);
    }
    subscription.unsubscribe();
  });

  it("with filter, map, tap and take in between, and no stream stands still", async () => {
    const [first, second] = [gateProbe(), gateProbe()];
    let most = 0;
    const slowly = async (n: number) => {
      await settled();
      return n;
    };
    const out = endless().numbers.pipe(
      filter((n) => n % 7 === 0),
      first.at(),
      boundedMergeMap(slowly, 2),
      // Nobody ever unparks what is dropped here.
      filter((n) => n % 2 === 0),
      map((n) => n / 14),
      tap(() => {
        most = Math.max(most, first.parked, second.parked);
      }),
      second.at(),
      boundedMergeMap(slowly, 3),
      take(500),
      toArray(),
      gated(new Gate(HIGH)),
    );
    expect(await lastValueFrom(out)).toEqual(Array.from({ length: 500 }, (_, n) => n));
    expect(most).toBe(HIGH);
    await settled();
    expect([first.parked, second.parked]).toEqual([0, 0]);
  });

  it("with a filter that drops all there is: the stream comes to its end", async () => {
    const { numbers, state } = endless();
    const out = numbers.pipe(
      boundedMergeMap((n) => of(n), 2),
      filter(() => false),
      boundedMergeMap((n: number) => of(n), 2),
      toArray(),
      gated(new Gate(HIGH)),
    );
    expect(await lastValueFrom(out)).toEqual([]);
    expect(state.made).toBeGreaterThanOrEqual(ENDLESS);
  });

  it("for two merges in a row, of which the second is slow", async () => {
    const [first, second] = [gateProbe(), gateProbe()];
    const { numbers, state } = endless();
    const { work, running, finish } = byHand();
    const subscription = numbers
      .pipe(
        first.at(),
        boundedMergeMap(async (n) => n, 5),
        second.at(),
        boundedMergeMap(work, 2),
        gated(new Gate(HIGH)),
      )
      .subscribe();
    for (let done = 0; done < 50; done++) {
      await settled();
      expect(running).toHaveLength(2);
      // Five are between the two: they had begun when the gate shut.
      expect(second.parked).toBeLessThanOrEqual(HIGH + 5);
      expect(state.made).toBeLessThanOrEqual(done + 2 + first.parked + 5 + HIGH + 5 + 3);
      expect(first.parked).toBeLessThanOrEqual(HIGH);
      finish(1);
    }
    subscription.unsubscribe();
  });

  it("for a merge inside a merge: endless streams within an endless stream", async () => {
    const outer = gateProbe();
    const inner: { readonly files: { readonly made: number }; readonly parked: number }[] = [];
    const { numbers, state } = endless(1_000);
    const { work, running, finish } = byHand();
    const folder = (): Observable<number> => {
      const probe = gateProbe();
      const { numbers: files, state: made } = endless(1_000);
      inner.push({
        files: made,
        get parked() {
          return probe.parked;
        },
      });
      return files.pipe(probe.at(), boundedMergeMap(work, 2));
    };
    const subscription = numbers.pipe(outer.at(), boundedMergeMap(folder, 3), gated(new Gate(HIGH))).subscribe();
    for (let done = 0; done < 50; done++) {
      await settled();
      expect([inner.length, running.length]).toEqual([3, 6]);
      // Each queue has its own mark: one folder's files never hold up another's.
      for (const { parked } of [outer, ...inner]) expect(parked).toBeLessThanOrEqual(HIGH);
      const made = state.made + inner.reduce((sum, { files }) => sum + files.made, 0);
      expect(made).toBeLessThanOrEqual(done + 3 + 6 + 4 * (HIGH + 3));
      finish(1);
    }
    subscription.unsubscribe();
    await settled();
    expect([outer, ...inner].map(({ parked }) => parked)).toEqual([0, 0, 0, 0]);
  });

  it("where the stream behind waits: a source stops at the gates around it too", async () => {
    const outer = new Gate(HIGH);
    const { numbers, state } = endless();
    const subscription = numbers
      .pipe(
        boundedMergeMap((n) => of(n), 2),
        tap(() => outer.park()),
        gated(outer),
      )
      .subscribe();
    await settled();
    expect(state.made).toBeLessThanOrEqual(HIGH + 3);
    outer.unpark(HIGH);
    await settled();
    expect(outer.parked).toBe(HIGH);
    subscription.unsubscribe();
  });

  it("and ends when what is behind it has had enough", async () => {
    const probe = gateProbe();
    const { numbers, state } = endless();
    const out = numbers.pipe(
      probe.at(),
      boundedMergeMap(async (n) => n, 2),
      take(5),
      gated(new Gate(HIGH)),
    );
    expect(await lastValueFrom(out)).toBe(4);
    const { made } = state;
    await settled();
    expect([state.made, probe.parked]).toEqual([made, 0]);
  });
});
