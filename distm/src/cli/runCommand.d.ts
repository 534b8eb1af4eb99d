import type { CommandRun } from "./main.ts";
/** `ftp-harvest run pipeline.yaml [--set KEY=VALUE] [--print-shell] [--trace DIR]` */
export declare const run: CommandRun;
