import { concatMap, from, lastValueFrom, map, of, Subject, throwError, toArray } from "rxjs";
import { describe, expect, it } from "vitest";
import { boundedMergeMap } from "../../src/flow/boundedMergeMap.ts";
import { bypass } from "../../src/flow/bypass.ts";
import { fromBatches } from "../../src/flow/fromBatches.ts";
import { Gate, gated } from "../../src/flow/gate.ts";

const isEven = (n: number): n is number => n % 2 === 0;
const itself = (n: number) => [n];

describe("bypass", () => {
  it("leads what is wanted through, and all else round, in the order of the source where nothing waits", async () => {
    const tenfold = map((n: number) => n * 10);
    const out = from([1, 2, 3, 4]).pipe(
      bypass(isEven, tenfold, (n) => [n, n]),
      toArray(),
    );
    expect(await lastValueFrom(out)).toEqual([1, 1, 20, 3, 3, 40]);
  });

  it("lets what goes round overtake what waits", () => {
    const later = new Subject<string>();
    const seen: unknown[] = [];
    const running = from([2, 1, 3])
      .pipe(
        bypass<number, number, unknown>(
          isEven,
          concatMap(() => later),
          itself,
        ),
      )
      .subscribe((item) => seen.push(item));
    later.next("2");
    expect(seen).toEqual([1, 3, "2"]);
    running.unsubscribe();
  });

  it("completes when the operator has, also when nothing goes through or nothing goes round", async () => {
    for (const input of [[], [1, 3], [2, 4]]) {
      const out = from(input).pipe(
        bypass(
          isEven,
          concatMap((n) => of(n)),
          itself,
        ),
        toArray(),
      );
      expect(await lastValueFrom(out)).toEqual(input);
    }
  });

  it("hands on errors of the source, of the operator, and of what makes the others", async () => {
    const failing = throwError(() => new Error("no"));
    const asItIs = map((n: number) => n);
    await expect(lastValueFrom(failing.pipe(bypass(isEven, asItIs, itself)))).rejects.toThrow("no");
    const inside = concatMap(() => failing);
    await expect(lastValueFrom(of(2).pipe(bypass(isEven, inside, itself)))).rejects.toThrow("no");
    const thrower = () => {
      throw new Error("thrown");
    };
    await expect(lastValueFrom(of(1).pipe(bypass(isEven, asItIs, thrower)))).rejects.toThrow("thrown");
  });

  it("unsubscribes from the source and from the work", () => {
    const [source, work] = [new Subject<number>(), new Subject<number>()];
    const running = source
      .pipe(
        bypass(
          isEven,
          concatMap(() => work),
          itself,
        ),
      )
      .subscribe();
    source.next(2);
    expect([source.observed, work.observed]).toEqual([true, true]);
    running.unsubscribe();
    expect([source.observed, work.observed]).toEqual([false, false]);
  });

  it("lets the source wait at the gate of a queue that it leads through", async () => {
    let made = 0;
    const numbers = fromBatches(async function* () {
      while (made < 20_000) yield [made++];
    });
    const running = numbers
      .pipe(
        bypass(
          isEven,
          boundedMergeMap(() => new Subject<number>(), 1),
          itself,
        ),
        gated(new Gate(10)),
      )
      .subscribe();
    await new Promise((resolve) => setImmediate(resolve));
    // One runs, ten are parked; the odd ones between them went round.
    expect(made).toBeGreaterThanOrEqual(21);
    expect(made).toBeLessThanOrEqual(24);
    running.unsubscribe();
  });
});
