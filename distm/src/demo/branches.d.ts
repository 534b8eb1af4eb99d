import type { Code } from "../records/codes.ts";
/** What a harvest of the branches must bring, and what must fail. */
export interface Expected {
    /** Servers whose files all come. */
    readonly whole: readonly string[];
    /** Servers that give nothing, and the code that says why. */
    readonly failed: readonly {
        readonly server: string;
        readonly code: Code;
    }[];
    /** Files of all whole servers. */
    readonly files: number;
    /** For each whole server its files' bytes, by the name that a `file` record gives them. */
    readonly contents: ReadonlyMap<string, ReadonlyMap<string, Uint8Array>>;
}
/** Ten branch offices' servers, running. */
export interface Branches {
    /** Absolute path of the configuration that knows them. */
    readonly config: string;
    /** Absolute path of the folder that it names as `buffer_path`. */
    readonly buffer: string;
    readonly expected: Expected;
    /** Ends all servers; nothing is left open. The configuration stays. */
    stop(): Promise<void>;
}
/**
 * Starts ten embedded FTP servers, `branch-001` to `branch-010`, and writes `cfg.yaml` into `folder`, which must be there and
 * absolute and without one. branch-004 refuses the log-in, branch-007 is down.
 */
export declare function startBranches(folder: string): Promise<Branches>;
