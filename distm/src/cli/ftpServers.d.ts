import type { CommandRun } from "./main.ts";
/** `ftp-servers cfg.yaml [SERVER…]` */
export declare const run: CommandRun;
