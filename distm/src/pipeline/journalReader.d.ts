import { type ProcessIdentity } from "../records/processIdentity.ts";
import type { AnyRecord, EndRecord, SourceRecord } from "../records/record.ts";
/** A journal's first line. */
interface JournalHeader {
    readonly run: string;
    readonly by: string;
    readonly stage: string;
    readonly process: ProcessIdentity;
    readonly selection?: SourceRecord["selection"];
    readonly to?: string;
}
/** A source as a journal or a stream names it. */
interface SourceName {
    readonly by: string;
    readonly run: string;
}
/** What a journal says so far. Lines that are cut or damaged are passed over: a kill can leave them. */
export declare class JournalReader {
    #private;
    readonly path: string;
    header: JournalHeader | undefined;
    readonly froms: SourceName[];
    end: EndRecord | undefined;
    closed: boolean;
    constructor(path: string);
    /** Takes in what was written since the last call. False when there is no such file. */
    readOn(): Promise<boolean>;
    /** The records that the stage made, `end` included, read from the file anew. Ends early when the file goes away. */
    records(): AsyncGenerator<AnyRecord>;
}
/** The whole lines of a file from an offset on, each with the offset of the next. A last line without a newline is left out. */
export declare function journalLines(path: string, start?: number): AsyncGenerator<{
    text: string;
    next: number;
}>;
/** The first line of a journal, as far as it makes sense. */
export declare function journalHeader(path: string): Promise<JournalHeader | undefined>;
export {};
