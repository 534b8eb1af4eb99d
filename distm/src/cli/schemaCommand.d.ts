import type { CommandRun } from "./main.ts";
/** `ftp-harvest schema` */
export declare const run: CommandRun;
