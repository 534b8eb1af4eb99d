import type { AnyRecord } from "../../records/record.ts";
/** The servers of a selection, in the configuration's order, each with the folder that holds its folder. */
type Selected = ReadonlyMap<string, string | undefined>;
/** How the stage processes before ended, from their `end` and `source` records. */
export declare class SourceEndings {
    #private;
    /** The codes of all `end` records, folded. */
    code: number;
    end(record: AnyRecord): void;
    /** A signal ended the report itself: so it did, it may be, a program between it and fetch. */
    signalled(code: number): void;
    source(record: AnyRecord): void;
    /** One of them was killed, or its output is damaged. */
    get cut(): boolean;
    /** The reader of one of them left. */
    get closed(): boolean;
    /** Killed, or ended by a signal: not all was done that was to be done. */
    get interrupted(): boolean;
    /** All selected servers, in the configuration's order. */
    selected(): Selected;
    /**
     * The servers that must be in the report, seen or not. Not those of a listing whose reader left on its own account (a signal may
     * end readers before those that they read from), and not those of `servers`: a filter behind it chooses from them.
     */
    expected(): ReadonlySet<string>;
    /** The folder given with --to in one of these runs, else in any. */
    to(runs: ReadonlySet<string>): string | undefined;
}
export {};
