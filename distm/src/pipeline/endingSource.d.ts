import type { Ending, EndRecord, SourceRecord } from "../records/record.ts";
import { JournalReader } from "./journalReader.ts";
/** A stage process that the input comes from, straight or through others, and what is known of it. */
export interface Source {
    readonly by: string;
    /** Runs that it is named with. */
    readonly runs: Set<string>;
    /** Whether a record of its own was in the input, or a filter took them all; else other journals and `end` records name it. */
    readonly onStream: boolean;
    /** Its `end` record, when the input has it. */
    end?: EndRecord;
    journal?: JournalReader;
    how?: Ending;
}
/** Sources by name. */
export type Sources = Map<string, Source>;
/** Finds or adds a source. Undefined when there are too many. */
export declare function sourceNamed(sources: Sources, by: string, run: string, onStream: boolean): Source | undefined;
/** How a source ended, from its `end` in the input or its journal; undefined while its process may still write. */
export declare function look(source: Source, stateFolder: string): Promise<Ending | undefined>;
/** The `end` of a source, as the input or its journal has it. */
export declare function endOf(source: Source): EndRecord | undefined;
/** What a stage is told of a source. */
export declare function sourceRecord({ by, runs, journal, end, how }: Source): SourceRecord;
