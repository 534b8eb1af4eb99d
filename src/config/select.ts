import picomatch from "picomatch";
import { UsageError } from "../records/fault.ts";
import { type Config, serverOf } from "./config.ts";
import { placed } from "./place.ts";

/** Which servers take part; nothing given is all. */
export interface Selection {
  /** Exact names. */
  readonly names: readonly string[];
  /** Patterns. */
  readonly only?: readonly string[] | undefined;
  readonly except?: readonly string[] | undefined;
}

/**
 * The names of the servers that every part of the selection lets take part, in the configuration's order. Throws a `UsageError` for a
 * name that is not there, and when none is left.
 */
export function selectServers(config: Config, { names, only, except }: Selection): readonly string[] {
  for (const name of names) serverOf(config, name);
  const named = new Set(names);
  const isWanted = only === undefined ? () => true : matcher(only);
  const isLeftOut = except === undefined ? () => false : matcher(except);
  const selected = [...config.servers.keys()].filter(
    (name) => (named.size === 0 || named.has(name)) && isWanted(name) && !isLeftOut(name),
  );
  if (selected.length > 0) return selected;
  const asked = [
    ...(named.size > 0 ? [[...named].join(" ")] : []),
    ...(only === undefined ? [] : [`--only ${only.join(",")}`]),
    ...(except === undefined ? [] : [`--except ${except.join(",")}`]),
  ];
  throw new UsageError(placed(config.shown, undefined, `no server matches ${asked.join(" ")}`));
}

function matcher(patterns: readonly string[]): (name: string) => boolean {
  const matches = picomatch([...patterns], { dot: true, nonegate: true });
  // A name may look like a pattern.
  return (name) => patterns.includes(name) || matches(name);
}
