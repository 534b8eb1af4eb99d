import type { Cost } from "./measure/runClient.ts";

/** One run of one of those that are compared. */
export interface Sample {
  readonly cost: Cost;
  /** What went wrong, in words. */
  readonly complaint: string | undefined;
}

export type Samples = ReadonlyMap<string, readonly Sample[]>;

/**
 * Runs all in each round, and begins each round with another: what a machine does beside, and what one leaves behind for the next, meets all
 * alike.
 */
export async function interleaved(
  names: readonly string[],
  rounds: number,
  run: (name: string, round: number) => Promise<Sample>,
): Promise<Samples> {
  const samples = new Map<string, Sample[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of rotated(names, round)) samples.get(name)?.push(await run(name, round));
  }
  return samples;
}

/** The same names, with another one first. */
export function rotated(names: readonly string[], by: number): string[] {
  const first = names.length === 0 ? 0 : by % names.length;
  return [...names.slice(first), ...names.slice(0, first)];
}

/** Each complaint once, with whose it is. */
export function complaintsOf(samples: Samples): string[] {
  const all = [...samples].flatMap(([name, ofOne]) =>
    ofOne.flatMap(({ complaint }) => (complaint === undefined ? [] : [`${name}: ${complaint}`])),
  );
  return [...new Set(all)];
}
