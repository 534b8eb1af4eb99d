import { describe, expect, it } from "vitest";
import { isKept } from "../bounds.ts";
import type { Tally } from "./rounds.ts";
import type { Sample } from "./sample.ts";
import { soakBounds } from "./verdict.ts";

const CLEAN: Tally = { rounds: 60, left: 12, withDead: 8, commands: 10, faults: [] };

/** An hour in which nothing grows after the first ten minutes, changed by `at`. */
function hour(at: (minute: number) => Partial<Sample> = () => ({})): Sample[] {
  return Array.from({ length: 60 }, (_, minutes) => ({
    minutes,
    rounds: minutes,
    rss_KiB: 100_000 + Math.min(minutes, 10) * 5_000,
    heapUsed_KiB: 15_000 + Math.min(minutes, 10) * 200 + (minutes % 3) * 50,
    external_KiB: 2_500,
    descriptors: 28,
    sockets: 3,
    handles: "PipeWrap 1",
    stateEntries: 3,
    temporaryEntries: 0,
    ...at(minutes),
  }));
}

function broken(samples: readonly Sample[], tally: Tally = CLEAN): string[] {
  return soakBounds(samples, tally).flatMap((bound) => (isKept(bound) ? [] : bound.what));
}

describe("the judge of a soak", () => {
  it("finds no fault with what grows while it warms up and then stays", () => {
    expect(broken(hour())).toEqual([]);
  });

  it("notices a heap that grows slowly: a tenth within the hour", () => {
    expect(broken(hour((minute) => ({ heapUsed_KiB: 15_000 * (1 + minute / 300) })))).toEqual([
      "heap used, KiB, median of the last quarter",
    ]);
  });

  it("notices memory that grows outside of the heap", () => {
    expect(broken(hour((minute) => ({ external_KiB: 2_500 + 10 * minute, rss_KiB: 100_000 + 500 * minute })))).toEqual([
      "memory outside of the heap, KiB, median of the last quarter",
      "RSS, KiB, median of the last quarter",
    ]);
  });

  it("notices one leaked descriptor", () => {
    expect(broken(hour((minute) => ({ descriptors: minute < 59 ? 28 : 29 })))).toEqual([
      "descriptors at the end",
      "looks with another number of descriptors than the first",
    ]);
  });

  it("notices a socket that was open at one look only", () => {
    expect(broken(hour((minute) => ({ sockets: minute === 30 ? 4 : 3 })))).toEqual([
      "looks with another number of sockets than the first",
    ]);
  });

  it("notices a timer that stays", () => {
    expect(broken(hour((minute) => ({ handles: minute < 40 ? "PipeWrap 1" : "PipeWrap 1, Timeout 1" })))).toEqual([
      "looks with other handles than the first",
    ]);
  });

  it("notices what piles up on disk", () => {
    expect(broken(hour((minute) => ({ stateEntries: 3 + minute, temporaryEntries: minute === 7 ? 1 : 0 })))).toEqual([
      "entries in the state folder, most",
      "entries in TMPDIR, most",
    ]);
  });

  it("notices a round that was not as it must be, and an hour without a look", () => {
    expect(broken(hour(), { ...CLEAN, faults: ["a file is missing"] })).toEqual(["wrong results, files or leftovers"]);
    expect(broken([])).toContain("descriptors at the end");
  });
});
