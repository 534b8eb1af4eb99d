import type { Option } from "./options.ts";

/** A default as it would stand in the file: with a unit where it has one, a list of one as the one. Undefined if there is none, or nothing in it. */
export function writtenDefault({ kind, default: standard }: Option): unknown {
  if (Array.isArray(standard) && standard.length < 2) return standard[0];
  if (typeof standard !== "number") return standard;
  if (kind.placeholder === "DURATION") return inUnit(standard, DURATIONS);
  if (kind.placeholder === "SIZE") return inUnit(standard, SIZES);
  return kind.placeholder === "RATE" ? inUnit(standard, RATES) : standard;
}

type Units = readonly (readonly [unit: string, of: number])[];

/** Largest first, as the kinds of `kinds.ts` read them. */
const DURATIONS: Units = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["m", 60_000],
  ["s", 1000],
  ["ms", 1],
];
const SIZES: Units = [
  ["TB", 1e12],
  ["GB", 1e9],
  ["MB", 1e6],
  ["kB", 1e3],
  ["B", 1],
];
const RATES: Units = SIZES.map(([unit, of]) => [`${unit}/s`, of]);

function inUnit(value: number, units: Units): string {
  // Nothing needs no unit.
  if (value === 0) return "0";
  const [unit, of] = units.find(([, many]) => value % many === 0) ?? ["", 1];
  return `${value / of}${unit}`;
}
