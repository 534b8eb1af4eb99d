import type { Option, OptionInputs, OptionTable, OptionValues } from "./options.ts";
/** What an option's value becomes, or what is wrong with it; `shown` is the option's name as its user writes it. */
export declare function parseOption(shown: string, { kind }: Option, value: unknown): {
    readonly value: unknown;
} | {
    readonly problem: string;
};
/** What is wrong with an option that a table does not have; `known` are its names as users write them. */
export declare function unknownOption(shown: string, known: readonly string[]): string;
/** What is wrong when an option is not given that must be. */
export declare function missingOption(shown: string, { help }: Option): string;
/** Values of a table's options as given in code; defaults are filled in. Throws a `UsageError`; `who` is what it begins with. */
export declare function optionValues<O extends OptionTable>(who: string, table: O, given: OptionInputs<O>): OptionValues<O>;
