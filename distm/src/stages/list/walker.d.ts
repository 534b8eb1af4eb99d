import type { AnyRecord } from "../../records/record.ts";
import type { Findings } from "./findings.ts";
import type { WalkRequest } from "./walkRequest.ts";
/** The way of a walk from folder to folder. */
export declare class Walker {
    #private;
    constructor(request: WalkRequest, findings: Findings);
    get over(): boolean;
    /** Gives the disk its space back. */
    close(): void;
    /** Finds out where the paths are: relative ones begin where the log-in leads to. */
    begin(): Promise<void>;
    /** Lists the next folder. */
    next(): AsyncGenerator<readonly AnyRecord[], void, void>;
}
