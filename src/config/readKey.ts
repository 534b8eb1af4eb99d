import { UsageError } from "../records/fault.ts";
import type { Config, Given } from "./config.ts";
import { BadValue, parseGiven } from "./given.ts";
import type { KeyName, KeyValue } from "./keys.ts";
import { placed } from "./place.ts";
import { type Environment, MissingVariable } from "./variables.ts";

/** A value that stands at a certain place of a configuration. Throws a `UsageError` that points at it. */
export function readKey<K extends KeyName>(
  { shown }: Pick<Config, "shown">,
  name: K,
  given: Given,
  env: Environment,
): KeyValue<K> {
  try {
    return parseGiven(name, given, env);
  } catch (error) {
    if (error instanceof BadValue) throw new UsageError(placed(shown, given.at, error.message));
    if (error instanceof MissingVariable)
      throw new UsageError(placed(shown, given.at, `\`${name}\`: ${error.message}`));
    throw error;
  }
}
