import type { CommandRun } from "./main.ts";
/** `ftp-report [--format json|rows|table|csv]` */
export declare const run: CommandRun;
