import type { ServerKeys } from "./serverKeys.ts";
/** How to log in to a server. */
export interface LogIn {
    readonly user: string;
    readonly password: string;
}
/**
 * Finds a server's user and password. `password`, `password_file` and `netrc` of the server come before those of `defaults`. Throws a
 * `UsageError` that points at the key which is no good, or at the user who has no password.
 */
export declare function logIn(keys: ServerKeys): LogIn;
