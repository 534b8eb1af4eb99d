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
  const isScalar = ["string", "number", "boolean"].includes(typeof value);
  const found = isScalar ? `, found \`${shortened(String(value))}\`` : "";
  const hint = typeof value === "string" ? didYouMean(value, kind.choices ?? []) : "";
  return { problem: `\`${shown}\`: expected ${kind.expected}${found}${hint}` };
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
