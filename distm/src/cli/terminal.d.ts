import type { Writable } from "node:stream";
/** stdout or stderr, as far as commands need it: a terminal or not. */
export type OutputStream = Writable & {
    readonly isTTY?: boolean;
    readonly columns?: number;
};
/** How much a command says on stderr. */
export type Loudness = "quiet" | "normal" | "verbose";
/**
 * stderr, for people: notes, errors and one progress line. stdout is for records and the report only. Whatever servers sent is
 * made harmless in here.
 */
export declare class Terminal {
    #private;
    constructor(command: string, stream: OutputStream);
    set loudness(loudness: Loudness);
    get isTerminal(): boolean;
    /** Terminals that nobody has told their size say 0. */
    get columns(): number;
    /** Something to know. Not with -q. */
    note(message: string): void;
    /** Something for those who look closely: only with -v. */
    detail(message: string): void;
    /** Why nothing was done. Always said. `message` may have several lines, which begin with a place or the command's name. */
    error(message: string): void;
    /** The progress line, drawn over the one before; "" takes it away. */
    status(text: string): void;
}
