/** What a netrc file says of a host. */
export interface NetrcEntry {
    /** In lower case; undefined for `default`. */
    readonly machine: string | undefined;
    readonly login: string | undefined;
    readonly password: string | undefined;
}
/**
 * Finds a host's entry in a netrc file (as of ftp(1) and curl): the first for this machine, else `default`; with a user, the first
 * that is for that user or for any. Undefined if there is none.
 */
export declare function findInNetrc(entries: readonly NetrcEntry[], host: string, user: string | undefined): NetrcEntry | undefined;
/** The entries in the text of a netrc file, in its order. */
export declare function netrcEntries(netrc: string): readonly NetrcEntry[];
