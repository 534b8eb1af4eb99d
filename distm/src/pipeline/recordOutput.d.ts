import type { Gate } from "../flow/gate.ts";
import type { AnyRecord } from "../records/record.ts";
/** What a byte sink must be able to do: a part of Node's `Writable`. */
export interface ByteSink {
    write(text: string | Uint8Array, done?: () => void): boolean;
    once(event: "drain", listener: () => void): unknown;
    on(event: "error", listener: (error: Error) => void): unknown;
}
/** Where the records of a stage go: bytes to the next process. */
export declare class RecordOutput {
    #private;
    constructor(sink: ByteSink);
    /** Called before bytes go out. */
    beforeWrite: () => void;
    /** Aborted when the reader has left; the reason is the error. */
    get closed(): AbortSignal;
    /** Sources behind this gate wait while the reader does not read. */
    set gate(gate: Gate);
    /** `line`: the record as it came in, where it did. */
    record(record: AnyRecord, line?: string): void;
    /** Writes the last newline: an orderly end. Resolves when all is with the system, or the reader has left. */
    end(): Promise<void>;
}
