import { setImmediate as turn } from "node:timers/promises";
import {
  count,
  defer,
  filter,
  lastValueFrom,
  map,
  mergeMap,
  NEVER,
  Observable,
  of,
  repeat,
  take,
  tap,
  toArray,
} from "rxjs";
import { describe, expect, it, vi } from "vitest";
import { currentGate } from "../../src/flow/gate.ts";
import { type AnyRecord, boundedMergeMap, fromBatches, iterate, listFiles, servers } from "../../src/index.ts";
import { PATIENCE } from "../patience.ts";
import { EmbedWorld } from "./embedWorld.ts";
import { probe } from "./probe.ts";

/** More than may ever wait for a loop. */
const LOOP_MAX = 1_200;
/** More than may ever wait in the queues of a chain. */
const CHAIN_MAX = 100_200;

/** Records without end, and how many have been made. */
function endless() {
  const state = { made: 0, ended: false };
  const records = fromBatches<AnyRecord>(async function* () {
    try {
      for (;;) yield Array.from({ length: 100 }, () => ({ type: "x", n: state.made++ }));
    } finally {
      state.ended = true;
    }
  });
  return { state, records };
}

/** Between ours stand those of RxJS that queue nothing. */
function stock() {
  const { look } = probe();
  return (records: ReturnType<typeof endless>["records"]) =>
    records.pipe(
      look(),
      map((record) => ({ ...record, seen: true })),
      tap(() => {}),
      look(),
    );
}

/** How far a source was ahead of a loop that is slower, in records, after so many steps. */
async function aheadOf(records: AsyncIterable<unknown>, steps: number, made: () => number): Promise<number> {
  let taken = 0;
  let ahead = 0;
  for await (const _ of records) {
    if (++taken % 10 === 0) await turn();
    ahead = Math.max(ahead, made() - taken);
    if (taken === steps) break;
  }
  return ahead;
}

describe("a source of a chain waits", () => {
  it("for a slow loop at its end", async () => {
    const { state, records } = endless();
    const ahead = await aheadOf(iterate(records.pipe(stock())), 5_000, () => state.made);
    expect(ahead).toBeLessThan(LOOP_MAX);
    await vi.waitUntil(() => state.ended, PATIENCE);
  });

  it("for a slow loop within a chain", async () => {
    const { state, records } = endless();
    const { look } = probe();
    const inner = of({ type: "y" }).pipe(
      look(),
      mergeMap(() => aheadOf(iterate(records.pipe(stock())), 5_000, () => state.made)),
    );
    expect(await lastValueFrom(inner)).toBeLessThan(LOOP_MAX);
  });

  it("for work that never ends", async () => {
    const { state, records } = endless();
    const { look } = probe();
    const chain = records.pipe(
      stock(),
      boundedMergeMap(() => NEVER, 2),
      look(),
    );
    const subscription = chain.subscribe();
    await vi.waitUntil(() => state.made >= CHAIN_MAX - 200, PATIENCE);
    for (let turns = 0; turns < 100; turns++) await turn();
    expect(state.made).toBeLessThan(CHAIN_MAX);
    subscription.unsubscribe();
    await vi.waitUntil(() => state.ended, PATIENCE);
  });

  it("for slow work in another harvest within the loop's", async () => {
    const { state, records } = endless();
    const { look } = probe();
    const slow = boundedMergeMap((record: AnyRecord) => turn(record), 1);
    const nested = of(1).pipe(
      mergeMap(() => records.pipe(stock(), slow)),
      look(),
    );
    expect(await aheadOf(iterate(nested), 3_000, () => state.made)).toBeLessThan(CHAIN_MAX);
  });
});

describe("a source of a chain goes on", () => {
  it("when a filter lets hardly anything through", async () => {
    const { state, records } = endless();
    const { look } = probe();
    const few = records.pipe(
      look(),
      filter((record: AnyRecord) => Number(record["n"]) % 50_000 === 49_999),
      look(),
      take(5),
    );
    const seen: unknown[] = [];
    for await (const record of iterate(few)) seen.push(record);
    expect(seen).toMatchObject([1, 2, 3, 4, 5].map((nth) => ({ n: nth * 50_000 - 1 })));
    await vi.waitUntil(() => state.ended, PATIENCE);
  });

  it("however often the chain was repeated: none stands behind those before it", async () => {
    const { look } = probe();
    // Ends within the chain, as most streams do; asked as a source asks.
    const once = defer(async () => currentGate()?.ready());
    const often = once.pipe(
      map(() => ({ type: "x" })),
      look(),
      boundedMergeMap((record) => of(record), 1),
      repeat(15_000),
      count(),
    );
    expect(await lastValueFrom(often)).toBe(15_000);
  });

  it("when it begins where a chain ended that left something parked", async () => {
    const { look } = probe();
    const careless = new Observable<AnyRecord>((subscriber) => {
      currentGate()?.park(CHAIN_MAX);
      subscriber.complete();
    });
    const next = endless().records.pipe(look(), take(3), toArray());
    const seen = new Promise((resolve) => {
      careless.pipe(look()).subscribe({ complete: () => next.subscribe(resolve) });
    });
    expect(await seen).toHaveLength(3);
  });
});

describe("a listing waits", () => {
  it.each([1, 5])("for a slow loop, between its folders: each of its %d connections lists one", async (jobs) => {
    const folders = Array.from({ length: 40 }, (_, n) => `/d${String(n).padStart(2, "0")}`);
    const inFolder = Array.from({ length: 200 }, (_, n) => `-rw-r--r-- 1 u g 1 Jan 02 2026 f${n}`);
    const top = folders.map((folder) => `drwxr-xr-x 2 u g 0 Jan 02 2026 ${folder.slice(1)}`);
    const list = { "/": top, ...Object.fromEntries(folders.map((folder) => [folder, inFolder])) };
    await using world = await EmbedWorld.open({ a: { list } });
    const listings = () =>
      world
        .server("a")
        .lines()
        .filter((line) => line.startsWith("LIST")).length;
    let taken = 0;
    let ahead = 0;
    for await (const { type } of iterate(servers(world.config).pipe(listFiles({ jobs })))) {
      if (type !== "file") continue;
      if (++taken % 10 === 0) await turn();
      ahead = Math.max(ahead, listings() * 200 - taken);
    }
    expect(taken).toBe(8_000);
    // A folder that is being listed is read to its end.
    expect(ahead).toBeLessThan(LOOP_MAX + (2 + jobs) * 200);
  });
});
