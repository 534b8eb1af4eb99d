import { Option as Flag, InvalidArgumentError } from "commander";
import type { Kind } from "../config/kinds.ts";
import type { Option, OptionTable, OptionValues } from "../config/options.ts";
import { kebab } from "../config/spelling.ts";
import { writtenDefault } from "../config/writtenDefault.ts";

/** A flag that may be given several times, each time with one value. */
export function repeated<T>({ expected, placeholder, schema, parse }: Kind<T>): Kind<readonly T[]> {
  return {
    ...{ expected, placeholder, schema },
    parse(value) {
      const parsed = parse(value);
      return parsed === undefined ? undefined : [parsed];
    },
  };
}

/** Makes commander's flags from a table of options: `newerThan` is `--newer-than <DURATION>`. */
export function flagsOf(options: OptionTable): Flag[] {
  return Object.entries(options).map(([name, option]) => flagOf(name, option));
}

/** The values of a table's options as commander parsed them: defaults are filled in. */
export function valuesOf<O extends OptionTable>(
  options: O,
  parsed: Readonly<Record<string, unknown>>,
): OptionValues<O> {
  const values = Object.entries(options).map(([name, { default: standard }]) => [name, parsed[name] ?? standard]);
  // The edge between text and types: every value went through its kind's `parse`.
  return Object.fromEntries(values) as OptionValues<O>;
}

function flagOf(name: string, option: Option): Flag {
  const { kind, help, short } = option;
  const long = `--${kebab(name)}`;
  const names = short === undefined ? long : `-${short}, ${long}`;
  if (kind.placeholder === undefined) return flagNamed(names, help);
  const standard = writtenDefault(option);
  const told = standard === undefined ? help : `${help} (default: ${standard})`;
  return flagNamed(`${names} <${kind.placeholder}>`, told).argParser((text, before: unknown) => {
    const value = kind.parse(text);
    if (value === undefined) throw new InvalidArgumentError(`Expected ${kind.expected}.`);
    // A list may be given in parts: --include '*.csv' --include '*.txt'.
    return Array.isArray(value) && Array.isArray(before) ? [...before, ...value] : value;
  });
}

/** Commander takes `--no-cache` for the contrary of an option `cache`; here it is the option `noCache`. */
function flagNamed(names: string, told: string): Flag {
  const flag = new Flag(names, told);
  flag.negate = false;
  return flag;
}
