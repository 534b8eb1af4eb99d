import type { Option } from "./options.ts";

/** A default as it would stand in the file: durations have a unit there, a list of one is the one. Undefined if there is none, or nothing in it. */
export function writtenDefault({ kind, default: standard }: Option): unknown {
  if (Array.isArray(standard) && standard.length < 2) return standard[0];
  if (kind.placeholder !== "DURATION" || typeof standard !== "number") return standard;
  return standard % 1000 === 0 ? `${standard / 1000}s` : `${standard}ms`;
}
