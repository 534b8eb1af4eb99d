/** Text of servers and file names, made safe for a terminal: what it must not be shown is written as escapes. */
export declare function printable(text: string): string;
/**
 * One or more values of JSON, such as NDJSON, made safe for a terminal; they mean the same. C1 has the terminal's commands too: U+009B
 * is what ESC [ is.
 */
export declare function printableJson(json: string): string;
