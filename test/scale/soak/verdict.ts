import type { Bound } from "../bounds.ts";
import type { Tally } from "./rounds.ts";
import type { Sample } from "./sample.ts";

/** Memory counts as flat when its median in the last quarter is above that of the second by no more than this. */
const GROWTH = 1.05;
/** Pages that the allocator keeps come and go. */
const RSS_GROWTH = 1.1;
/** Journals of the last command and those that the next one has not come to remove; more would be a growing heap of them. */
const MOST_STATE_ENTRIES = 20;

/** What a soak must keep to. The first quarter is for warming up. */
export function soakBounds(samples: readonly Sample[], tally: Tally): Bound[] {
  const [first] = samples;
  const last = samples.at(-1);
  const others = (key: "descriptors" | "sockets" | "handles"): number =>
    samples.filter((sample) => sample[key] !== first?.[key]).length;
  return [
    flat("heap used, KiB, median of the last quarter", samples, "heapUsed_KiB", GROWTH),
    flat("memory outside of the heap, KiB, median of the last quarter", samples, "external_KiB", GROWTH),
    flat("RSS, KiB, median of the last quarter", samples, "rss_KiB", RSS_GROWTH),
    {
      what: "descriptors at the end",
      measured: last?.descriptors ?? Number.NaN,
      must: "be",
      value: first?.descriptors ?? 0,
    },
    {
      what: "looks with another number of descriptors than the first",
      measured: others("descriptors"),
      must: "be",
      value: 0,
    },
    { what: "looks with another number of sockets than the first", measured: others("sockets"), must: "be", value: 0 },
    { what: "looks with other handles than the first", measured: others("handles"), must: "be", value: 0 },
    most("entries in the state folder, most", samples, "stateEntries", MOST_STATE_ENTRIES),
    most("entries in TMPDIR, most", samples, "temporaryEntries", 0),
    { what: "wrong results, files or leftovers", measured: tally.faults.length, must: "be", value: 0 },
  ];
}

function flat(what: string, samples: readonly Sample[], key: keyof Sample, growth: number): Bound {
  const quarter = (number: number): number[] => {
    const edge = (quarters: number): number => Math.round((samples.length * quarters) / 4);
    return samples.slice(edge(number - 1), edge(number)).map((sample) => Number(sample[key]));
  };
  return { what, measured: median(quarter(4)), must: "be at most", value: median(quarter(2)) * growth };
}

function most(what: string, samples: readonly Sample[], key: keyof Sample, value: number): Bound {
  return { what, measured: Math.max(...samples.map((sample) => Number(sample[key]))), must: "be at most", value };
}

/** NaN of none. */
function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
