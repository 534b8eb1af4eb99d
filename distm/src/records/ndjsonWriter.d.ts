import type { AnyRecord } from "./record.ts";
export interface NdjsonWriterOptions {
    /** A batch goes out when it has about this many bytes. */
    readonly maxBatchBytes?: number;
}
/**
 * Records to NDJSON, in batches. The newline that ends a record is written together with the next record, and the last one by
 * `end()`: so input without a last newline is known to be cut.
 */
export declare class NdjsonWriter {
    #private;
    constructor(write: (text: string) => void, options?: NdjsonWriterOptions);
    /** `line`: how the record is spelled already, its type first. */
    record(record: AnyRecord, line?: string): void;
    /** Writes what is waiting; the last record's newline still waits. */
    flush(): void;
    /** An orderly end: writes all, with the last newline when there was a record. */
    end(): void;
}
