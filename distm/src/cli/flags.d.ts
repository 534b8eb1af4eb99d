import { Option as Flag } from "commander";
import type { Kind } from "../config/kinds.ts";
import type { OptionTable, OptionValues } from "../config/options.ts";
/** A flag that may be given several times, each time with one value. */
export declare function repeated<T>({ expected, placeholder, schema, parse }: Kind<T>): Kind<readonly T[]>;
/** Makes commander's flags from a table of options: `newerThan` is `--newer-than <DURATION>`. */
export declare function flagsOf(options: OptionTable): Flag[];
/** The values of a table's options as commander parsed them: defaults are filled in. */
export declare function valuesOf<O extends OptionTable>(options: O, parsed: Readonly<Record<string, unknown>>): OptionValues<O>;
