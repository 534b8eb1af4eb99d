import type { CommandRun } from "./main.ts";
/** `ftp-harvest check pipeline.yaml` */
export declare const run: CommandRun;
