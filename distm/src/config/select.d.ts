import { type Config } from "./config.ts";
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
export declare function selectServers(config: Config, { names, only, except }: Selection): readonly string[];
