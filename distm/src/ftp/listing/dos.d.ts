import type { LineParser } from "./entry.ts";
/** `dir` as IIS prints it: `04-27-00  09:09PM       <DIR>          licensed`; also four-digit years and 24 hours. */
export declare const parseDosLine: LineParser;
