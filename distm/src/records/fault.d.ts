import { type Code } from "./codes.ts";
/**
 * The one class of errors thrown for what can go wrong with a server, a file or a disk. It carries a code from the table and
 * becomes a `failure` record where a stage catches it. Anything else that is thrown is a bug.
 */
export declare class Fault extends Error {
    readonly code: Code;
    /** Whether trying again can help: the table's word unless the thrower knows better. */
    readonly retry: boolean;
    constructor(code: Code, message: string, options?: {
        retry?: boolean;
        cause?: unknown;
    });
}
/**
 * Wrong usage or configuration: nothing is started, exit code 2. `message` has a clear line for each problem (what, where, how to
 * mend it), with `file:line:column: ` in front where there is a place to point at.
 */
export declare class UsageError extends Error {
    readonly name = "UsageError";
}
