import { from, lastValueFrom, of, Subject, take, throwError, toArray } from "rxjs";
import { describe, expect, it } from "vitest";
import { eachOf } from "../../src/flow/eachOf.ts";

const upTo = (n: number) => Array.from({ length: n }, (_, place) => `${n}.${place}`);

describe("eachOf", () => {
  it("gives the items of each list, in their order, and nothing for an empty one", async () => {
    const out = from([2, 0, 1]).pipe(eachOf(upTo), toArray());
    expect(await lastValueFrom(out)).toEqual(["2.0", "2.1", "1.0"]);
  });

  it("ends its source, also in the middle of a list and while that is still giving", async () => {
    const asked: number[] = [];
    const noting = (n: number) => {
      asked.push(n);
      return upTo(n);
    };
    expect(await lastValueFrom(from([1, 2, 3]).pipe(eachOf(noting), take(2), toArray()))).toEqual(["1.0", "2.0"]);
    expect(asked).toEqual([1, 2]);
    const source = new Subject<number>();
    source.pipe(eachOf(upTo)).subscribe().unsubscribe();
    expect(source.observed).toBe(false);
  });

  it("passes an error on, its source's and that of who makes the lists", async () => {
    await expect(lastValueFrom(throwError(() => new Error("input")).pipe(eachOf(() => [])))).rejects.toThrow("input");
    const broken = of(1).pipe(
      eachOf(() => {
        throw new Error("list");
      }),
    );
    await expect(lastValueFrom(broken)).rejects.toThrow("list");
  });
});
