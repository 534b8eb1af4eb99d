import { createHash } from "node:crypto";

/** What a server of a crowd is like. */
export type Fate =
  | "well"
  /** Nothing listens at its port. */
  | "refuses"
  /** It takes connections, and never says a word. */
  | "silent"
  /** It takes its time for the greeting and for each file. */
  | "slow"
  /** It lets so many sessions in. */
  | "one session"
  | "two sessions";

const ODD: readonly Fate[] = ["refuses", "one session", "slow", "silent", "two sessions"];

/** One of so many is odd. */
const ODD_ONE_IN = 20;

/** Draws a fate for each name: the odd ones are drawn by the seed, and every odd fate comes up about as often. */
export function drawFates(names: readonly string[], seed: string): ReadonlyMap<string, Fate> {
  const lots = names.map((name) => ({ name, lot: createHash("sha256").update(`${seed} ${name}`).digest("hex") }));
  const drawn = lots.toSorted((a, b) => (a.lot < b.lot ? -1 : 1)).slice(0, Math.ceil(names.length / ODD_ONE_IN));
  const odd = new Map(drawn.map(({ name }, order) => [name, ODD[order % ODD.length] ?? "well"]));
  return new Map(names.map((name) => [name, odd.get(name) ?? "well"]));
}

/** Whether a harvest of it brings all its files. */
export function isWithin(fate: Fate): boolean {
  return fate !== "refuses" && fate !== "silent";
}
