import type { CommandRun } from "./main.ts";
/** `ftp-harvest cfg.yaml [SERVER…]`, and the words that are not harvests. */
export declare const run: CommandRun;
