import type { AnyRecord } from "./record.ts";
/** The record that a line holds, or why it holds none. Undefined as text: the line's bytes are no UTF-8. */
export declare function parseRecord(text: string | undefined): AnyRecord | string;
