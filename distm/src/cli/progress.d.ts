import type { AnyRecord } from "../records/record.ts";
import type { Terminal } from "./terminal.ts";
/** Draws what a harvest has come to, from the records that pass. The work itself knows nothing of it. */
export declare class Progress {
    #private;
    constructor(terminal: Terminal);
    see(record: AnyRecord): void;
    close(): void;
}
