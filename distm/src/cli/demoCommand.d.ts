import type { CommandRun } from "./main.ts";
/** `ftp-harvest demo` */
export declare const run: CommandRun;
