import type { AnyRecord } from "../records/record.ts";
/**
 * Which control records were seen already. Memory is bounded: past the limits a record is not remembered and counts as not
 * seen, so that it may come twice, which does no harm (an outcome is counted once), but is never lost.
 */
export declare class SeenRecords {
    #private;
    constructor(limit?: number);
    /** False when the record was seen before. */
    add(record: AnyRecord): boolean;
}
