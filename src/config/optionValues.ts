import { UsageError } from "../records/fault.ts";
import { shortened } from "./given.ts";
import { didYouMean } from "./nearest.ts";
import type { Option, OptionInputs, OptionTable, OptionValues } from "./options.ts";

/** What an option's value becomes, or what is wrong with it; `shown` is the option's name as its user writes it. */
export function parseOption(
  shown: string,
  { kind }: Option,
  value: unknown,
): { readonly value: unknown } | { readonly problem: string } {
  const parsed = kind.parse(value);
  if (parsed !== undefined) return { value: parsed };
  return { problem: `\`${shown}\`: expected ${kind.expected}${found(value, kind.choices)}` };
}

function found(value: unknown, choices: readonly string[] = []): string {
  if (Array.isArray(value)) return value.length === 0 ? ", found an empty list" : ", found a list";
  if (typeof value === "string") return `, found \`${shortened(value)}\`${didYouMean(value, choices)}`;
  if (typeof value === "number" || typeof value === "boolean") return `, found \`${value}\``;
  return typeof value === "object" && value !== null ? ", found a map" : "";
}

/** What is wrong with an option that a table does not have; `known` are its names as users write them. */
export function unknownOption(shown: string, known: readonly string[]): string {
  const hint = didYouMean(shown, known);
  if (hint !== "") return `unknown option \`${shortened(shown)}\`${hint}`;
  const all = known.map((name) => `\`${name}\``).join(", ");
  return `unknown option \`${shortened(shown)}\`${all === "" ? "; there are none here" : `; known are ${all}`}`;
}

/** What is wrong when an option is not given that must be. */
export function missingOption(shown: string, { help }: Option): string {
  return `\`${shown}\` is missing: ${help}`;
}

/** Values of a table's options as given in code; defaults are filled in. Throws a `UsageError`; `who` is what it begins with. */
export function optionValues<O extends OptionTable>(who: string, table: O, given: OptionInputs<O>): OptionValues<O> {
  const values: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(table)) values[name] = option.default;
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const option = Object.hasOwn(table, name) ? table[name] : undefined;
    if (option === undefined) throw new UsageError(`${who}: ${unknownOption(name, Object.keys(table))}`);
    const parsed = parseOption(name, option, value);
    if ("problem" in parsed) throw new UsageError(`${who}: ${parsed.problem}`);
    values[name] = parsed.value;
  }
  for (const [name, option] of Object.entries(table)) {
    if (option.required === true && values[name] === undefined) {
      throw new UsageError(`${who}: ${missingOption(name, option)}`);
    }
  }
  // The edge between what was given and types: every value went through its kind's `parse`.
  return values as OptionValues<O>;
}
