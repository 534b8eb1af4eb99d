import type { Given } from "./config.ts";
import { type ConfigKey, configKey, type KeyName, type KeyValue } from "./keys.ts";
import { didYouMean } from "./nearest.ts";
import { type Environment, expand, hasVariables, malformedVariable } from "./variables.ts";

/** Why a value is no good, in words that follow its place. Never shows a secret. */
export class BadValue extends Error {
  override readonly name = "BadValue";
}

/** What a value becomes. Throws a `BadValue` or a `MissingVariable`. */
export function parseGiven<K extends KeyName>(name: K, { value }: Given, env: Environment): KeyValue<K> {
  const expanded = typeof value === "string" ? expand(value, env) : value.map((text) => expand(text, env));
  const parsed = configKey(name).kind.parse(expanded);
  if (parsed === undefined) throw new BadValue(wrongKind(name, value));
  // The edge between the file and types: the table's own kind made it.
  return parsed as KeyValue<K>;
}

/** Looks at a value as far as that can be done without the environment. Returns what is wrong with it. */
export function checkGiven(name: KeyName, { value }: Given): string | undefined {
  const texts = typeof value === "string" ? [value] : value;
  const malformed = texts.map(malformedVariable).find((problem) => problem !== undefined);
  if (malformed !== undefined) return `\`${name}\`: ${malformed}`;
  if (texts.some(hasVariables) || configKey(name).kind.parse(value) !== undefined) return undefined;
  return wrongKind(name, value);
}

function wrongKind(name: KeyName, value: Given["value"]): string {
  const key = configKey(name);
  return `\`${name}\`: expected ${key.kind.expected}${found(key, value)}`;
}

/** A value is shown if the file has it openly: what a variable holds may be a secret. */
function found({ secret, kind }: ConfigKey, value: Given["value"]): string {
  if (typeof value !== "string") return value.length === 0 ? ", found an empty list" : ", found a list";
  if (secret === true) return "";
  if (hasVariables(value)) return "; what the variable gives is something else";
  return `, found \`${shortened(value)}\`${didYouMean(value, kind.choices ?? [])}`;
}

const LONGEST_SHOWN = 60;

export function shortened(text: string, longest = LONGEST_SHOWN): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
