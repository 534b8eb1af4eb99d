import type { LineParser } from "./entry.ts";
/** MLSD: `fact=value;fact=value; name` (RFC 3659 §7.2). Facts that make no sense are null; without a type a line is rejected. */
export declare const parseMlsdLine: LineParser;
