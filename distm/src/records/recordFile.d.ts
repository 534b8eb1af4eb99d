import type { AnyRecord } from "./record.ts";
/**
 * Records into a file, in batches; what was in it is lost. The first time that the system refuses a write, `refused` is told why, and
 * no more is written: the file's last line has no newline then, as that of a stream that was cut.
 */
export declare class RecordFile {
    #private;
    /** Throws what the system says when the file can't be opened. `mode`: of a file that is made. */
    constructor(path: string, mode: number, refused: (error: unknown) => void);
    record(record: AnyRecord): void;
    /** An orderly end, with the last newline. */
    end(): void;
}
