import type { Entry } from "./entry.ts";
interface ListingReaderOptions {
    /** Which command was answered: MLSD, or LIST in the server's own style. */
    readonly format: "mlsd" | "list";
    /** For dates without a year. */
    readonly now: Date;
}
/**
 * Reads one directory's listing as its bytes come and hands on the entries. A listing is whole only if `rejected` is 0 at its
 * end: a name with LF in it makes two lines that nobody can read. It is not known here whether the server sent all; that is in its
 * final reply.
 */
export declare class ListingReader {
    #private;
    /** Lines with content, whatever they hold. Also `.` and `..` are lines: 0 after `LIST -a` may mean "not readable". */
    lines: number;
    /** Of them those with nothing but a sum. */
    sums: number;
    /** Lines that nobody can read. */
    rejected: number;
    /** How the first rejected line begins, as latin1 and as it came: make it printable before it is shown. */
    rejectedSample: string | undefined;
    /** Entries handed on. */
    entries: number;
    constructor(options: ListingReaderOptions);
    push(chunk: Uint8Array, onEntry: (entry: Entry) => void): void;
    /** The data connection has ended; a last line without a line end may still yield an entry. */
    end(onEntry: (entry: Entry) => void): void;
}
export {};
