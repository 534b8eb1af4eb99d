import type { LineParser } from "./entry.ts";
/** `ls -l` as FTP servers print it: mode, links, owner, group, size, date and, after one space, the name. */
export declare const parseUnixLine: LineParser;
