import { type AnyRecord, type EndRecord, type SourceRecord } from "../records/record.ts";
/** What the reader of the input noticed. */
export interface InputFacts {
    readonly bytes: number;
    /** The last line had no newline: its writer was cut, for the newline is written with what follows or at an orderly end. */
    readonly unterminated: boolean;
    /** Lines that are no records. */
    readonly damaged: number;
}
/** How the input of a stage ended. */
export interface Endings {
    /** Every stage process that the input comes from, straight or through others. */
    readonly sources: readonly SourceRecord[];
    /** Their `end` records, from the input or from journals, one a source; not of those whose reader left. */
    readonly ends: readonly EndRecord[];
    /** Not one byte came. */
    readonly empty: boolean;
    /** The input or that of a stage before was cut or damaged. */
    readonly cut: boolean;
    /** What this gives to the exit code: 3 when cut or empty. The codes of `ends` are to be folded in, too. */
    readonly code: 0 | 3;
    /** Control records that a filter took, `end`s included, read back from journals as they are asked for. To be called once. */
    missed(): AsyncGenerator<AnyRecord>;
}
/** Sees every record of a stage's input and tells at its end how the sources ended and what is missing. */
export declare class InputWatch {
    #private;
    /** `onSource` is told each stage process and each of its runs when first seen: the journal's `from`. */
    constructor(onSource?: (by: string, run: string) => void);
    see(record: AnyRecord): void;
    /** To be called once, after the last record. */
    finish(options: {
        readonly stateFolder: string;
        readonly input: InputFacts;
        /** Aborted: waits no longer for sources that still live. */
        readonly signal: AbortSignal;
        readonly waitMs?: number;
        /** Stages whose processes are looked for where a filter may have taken every record of theirs: none unless given. */
        readonly hidden?: ReadonlySet<string>;
    }): Promise<Endings>;
}
