import { type BackendWish, backendOptions } from "../config/backendOptions.ts";
import { type Entry, FOUND } from "../config/node.ts";
import type { Option, OptionValues } from "../config/options.ts";
import { parseOption } from "../config/optionValues.ts";
import type { Problems } from "../config/problems.ts";
import type { Environment } from "../config/variables.ts";
import { expandText } from "./written.ts";

/** The keys of a pipeline's file that say where servers are worked on. */
export function backendKeys(keys: ReadonlyMap<string, Entry>, env: Environment, problems: Problems): BackendWish {
  const values = Object.entries(backendOptions).map(([name, option]) => {
    const entry = keys.get(name);
    return [name, entry === undefined ? undefined : readValue(name, option, entry, { env, problems })];
  });
  // The edge between the file and types: every value went through its kind's `parse`.
  return Object.fromEntries(values) as OptionValues<typeof backendOptions>;
}

function readValue(
  name: string,
  option: Option,
  { value }: Entry,
  { env, problems }: { readonly env: Environment; readonly problems: Problems },
): unknown {
  if (value.is !== "text") {
    problems.add(value.at, `\`${name}\`: expected ${option.kind.expected}, found ${FOUND[value.is]}`);
    return undefined;
  }
  const expanded = expandText(value.text, env);
  const read =
    "problem" in expanded ? { problem: `\`${name}\`: ${expanded.problem}` } : parseOption(name, option, expanded.text);
  if ("value" in read) return read.value;
  problems.add(value.at, read.problem);
  return undefined;
}
