import type { CommandRun } from "./main.ts";
/** `ftp-list [cfg.yaml] [SERVER…]` */
export declare const run: CommandRun;
