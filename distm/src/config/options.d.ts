import type { Kind } from "./kinds.ts";
/** One option or configuration key, written once: flags, YAML keys, types, schema and reference come from it. */
export interface Option<T = unknown> {
    readonly kind: Kind<T, unknown>;
    /** One line, for --help, the schema and the reference. */
    readonly help: string;
    /** What holds when it is not given. */
    readonly default?: T;
    /** It must be given: there is no value that most would want. */
    readonly required?: true;
    /** A one-letter flag on the command line. */
    readonly short?: string;
}
export type OptionTable = Readonly<Record<string, Option>>;
/** The values that a table of options yields: those with a default are always there. */
export type OptionValues<O extends OptionTable> = {
    readonly [K in keyof O]: O[K] extends {
        readonly kind: Kind<infer T, infer _>;
    } ? O[K] extends {
        readonly default: unknown;
    } | {
        readonly required: true;
    } ? T : T | undefined : never;
};
/** What may be written for a table of options in code: a duration is `"30s"`, a list may be one text. */
export type OptionInputs<O extends OptionTable> = {
    readonly [K in keyof O]?: O[K] extends {
        readonly kind: Kind<infer _, infer W>;
    } ? W | undefined : never;
};
