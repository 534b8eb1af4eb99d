import { type AnyRecord, type EndRecord, type SourceRecord } from "../records/record.ts";
/**
 * What a stage process writes down beside the stream: who it is, whom it reads from, the control records that it makes, and how
 * it ended. Later stages read it when their input is over, to know what a filter took and whether somebody was killed.
 *
 * Lines are gathered; what was given before `flush()` is in the file when that returns, and stays there if the process is killed. So
 * `flush()` stands before every write of records to stdout. `from`, `closed` and `end` flush by themselves. Nothing here throws: a
 * journal that can't be written is said once and left.
 */
export interface Journal {
    /** A source was first seen in the input. `run`: its records' run, when that is not the journal's. */
    from(by: string, run?: string): void;
    /** Takes any record of the output; keeps the control records that this stage made. */
    control(record: AnyRecord): void;
    /** The reader of stdout left. */
    closed(): void;
    /** The stage's last record. */
    end(record: EndRecord): void;
    flush(): void;
    close(): void;
}
export interface JournalOptions {
    /** Absolute path, see `stateFolder()`. */
    readonly stateFolder: string;
    readonly run: string;
    readonly by: string;
    readonly stage: string;
    /** list: the servers that it will walk, in the configuration's order. */
    readonly selection?: SourceRecord["selection"];
    /** fetch: the folder given with --to. */
    readonly to?: string;
    /** Told once, when no journal can be written. */
    note(message: string): void;
    /** Bytes after which records of single files are left out. */
    readonly maxBytes?: number;
}
/** Creates the journal `<stateFolder>/runs/<run>/<by>.ndjson` (0600, in folders 0700). */
export declare function openJournal(options: JournalOptions): Journal;
