import type { AnyRecord } from "./record.ts";
/** The longest line that is taken; a longer one is damaged input. Bounds what is held while a line comes in. */
export declare const MAX_LINE_BYTES: number;
/** Where records and damaged lines go, in their order. */
export interface NdjsonSink {
    record(record: AnyRecord): void;
    /** A line that is no record: its number (from 1) and why. */
    damaged(line: number, why: string): void;
}
/** What is known at the end of the input. */
export interface NdjsonEnd {
    /** The last newline is missing. It is written last at an orderly end, so the writer was cut. */
    readonly unterminated: boolean;
    readonly bytes: number;
    /** Lines, blank and damaged ones included. */
    readonly lines: number;
}
/**
 * NDJSON from chunks of bytes. Only `\n` ends a line: U+2028, which readline takes for an end too, may stand in JSON. A carriage
 * return before it and blank lines are let pass. A damaged line costs that line and no other.
 */
export declare class NdjsonReader {
    #private;
    constructor(sink: NdjsonSink);
    /** Takes the next bytes; they may be reused when it returns. */
    push(chunk: Uint8Array): void;
    /**
     * To be called when no input has come for a moment: a record whose newline is still to come with the next one is taken now. What
     * comes next must be that newline, else the line counts as damaged.
     */
    silence(): void;
    /** The input is over. A last line without its newline is still taken when it is whole. */
    end(): NdjsonEnd;
    /**
     * The line of the record that the sink is taking right now, letter by letter: who hands that record on need not write it anew, which
     * costs as much as reading it, and changes no number or spacing of others. Undefined for any other record, and where a line
     * may not be handed on as it is: its type does not come first, or it has control characters between its values.
     */
    lineOf(record: AnyRecord): string | undefined;
}
