import { setImmediate as turn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { ResultCollector } from "../../../src/stages/report/resultCollector.ts";
import type { ResultFormat } from "../../../src/stages/report/resultSet.ts";
import { collected, download, failure } from "./harvest.ts";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

const MIB = 1024 * 1024;

/** Turns or pieces: a look takes two garbage collections, and what piles up is there the next time. */
const LOOK_EVERY = 60;

/** What is needed still, buffers included. */
function liveBytes(): number {
  // The first frees buffers while the program goes on.
  collectGarbage();
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function name(n: number): string {
  return `folder/${String(n).padStart(60, "0")}.csv`;
}

/** Takes in so many outcomes, every tenth a failure. */
function filled(outcomes: number, servers: number): ResultCollector {
  const collector = new ResultCollector({ note: () => {} });
  for (let n = 0; n < outcomes; n++) {
    const file = (n * 7919) % outcomes;
    const of = { server: `branch-${file % servers}`, size: 1 };
    collector.add(file % 10 === 0 ? failure(name(file), of) : download(name(file), of));
  }
  return collector;
}

describe("the memory of a report", () => {
  it.each([1, 1_000])("holds a bounded part of the names while the records of %i servers come", (servers) => {
    const before = liveBytes();
    const collector = filled(200_000, servers);
    const held = liveBytes() - before;
    expect(collector.heldBytes).toBeLessThan(10 * MIB);
    expect(held).toBeLessThan(16 * MIB);
    collector.close();
  });

  it("holds a bounded part of one server's outcomes while they are weighed, and lets others have their turns", async () => {
    const collector = filled(120_000, 1);
    const before = liveBytes();
    let turns = 0;
    let most = 0;
    let over = false;
    const watched = (async () => {
      for (; !over; turns++) {
        if (turns % LOOK_EVERY === 0) most = Math.max(most, liveBytes() - before);
        await turn();
      }
    })();
    using results = await collector.finish();
    over = true;
    await watched;
    expect(results.servers).toMatchObject([{ fetched: 108_000, failed: 12_000 }]);
    expect(turns).toBeGreaterThan(100);
    expect(most).toBeLessThan(16 * MIB);
  });

  it("holds a bounded part of one server's outcomes while they are written, in every format", async () => {
    using results = await filled(120_000, 1).finish();
    const before = liveBytes();
    const formats: readonly ResultFormat[] = ["json", "csv", "table"];
    for (const format of formats) {
      let pieces = 0;
      let most = 0;
      for (const piece of results.lines(format)) {
        expect(piece.length).toBeLessThan(MIB);
        if (pieces++ % LOOK_EVERY === 0) most = Math.max(most, liveBytes() - before);
      }
      expect([format, most < 16 * MIB]).toEqual([format, true]);
    }
  });
});

describe("very many outcomes", () => {
  it("of hundreds of servers are all reported", async () => {
    using results = await filled(50_000, 500).finish();
    let files = 0;
    for (const [, result, count, , names] of results) {
      expect([result, names.length]).toEqual([count === 100 ? 0 : 1, count]);
      files += count;
    }
    expect(files).toBe(45_000);
  });

  it("of one server are kept apart, twice told and by name", async () => {
    function* twice() {
      for (let n = 0; n < 100_000; n++) yield download(`${(n * 7919) % 50_000}`);
    }
    using results = await collected(twice());
    const [row] = results;
    expect(row?.[2]).toBe(50_000);
    const names = row?.[4].map(([name]) => name) ?? [];
    expect(names).toEqual(Array.from({ length: 50_000 }, (_, n) => `${n}`).sort());
  });
});
