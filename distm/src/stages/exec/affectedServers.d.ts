import type { AnyRecord } from "../../records/record.ts";
import type { StageContext } from "../context.ts";
/** The servers whose records went into a program: when it fails, records of each of them may be lost. */
export declare class AffectedServers {
    #private;
    constructor(context: StageContext);
    get none(): boolean;
    add(record: AnyRecord): void;
    /** A failure for each of them; one that names no server where there is none. */
    failures(message: string): readonly AnyRecord[];
}
