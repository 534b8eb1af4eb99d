import type { CommandRun } from "./main.ts";
/** `ftp-harvest graph pipeline.yaml` */
export declare const run: CommandRun;
