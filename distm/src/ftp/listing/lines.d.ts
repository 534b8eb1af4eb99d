/** How long lines may be, and what is told of those that are longer. */
interface ListingLinesOptions {
    /** Bytes, without the line end. Not more than this is ever held. */
    readonly maxLineBytes: number;
    /** Called once for each line that is longer, at its end, with what it begins with. */
    readonly onOverlong?: (head: string) => void;
}
/**
 * Cuts a stream of bytes into lines, as latin1: one character a byte. A line ends at LF; one CR before it belongs to the line end,
 * any other CR to a name. Chunks may be cut anywhere, also between CR and LF.
 */
export declare class ListingLines {
    #private;
    constructor(options: ListingLinesOptions);
    push(chunk: Uint8Array, onLine: (line: string) => void): void;
    /** The last line, where a server ends it without a line end. */
    end(onLine: (line: string) => void): void;
}
export {};
