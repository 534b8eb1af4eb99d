export type DemoCommand = "ftp-list" | "ftp-fetch" | "ftp-report";
/** All that the demo needs of the world. */
export interface DemoOptions {
    /** Absolute path of an empty folder of its own. It stays, for a look at what came. */
    readonly folder: string;
    /** Program and first arguments of a command, such as `["/usr/bin/node", "/…/bin/ftp-list.js"]`. */
    readonly commands: (name: DemoCommand) => readonly string[];
    /** Takes whole lines, each with its line end. */
    readonly print: (text: string) => void;
    /** The environment that the commands get. */
    readonly env: Readonly<Record<string, string | undefined>>;
    /** Ends commands and servers. */
    readonly signal: AbortSignal;
    /** Whether the servers go on, when the story is told, until `signal` is aborted. */
    readonly keep?: boolean;
}
/**
 * The toolkit's story: ten servers, one that refuses the log-in, one that is down; the three commands as a pipe of real
 * processes; then a look at whether each byte came. Returns 0 when eight servers are whole and two failed as staged, else 1,
 * also when `signal` ended it.
 */
export declare function runDemo(options: DemoOptions): Promise<number>;
