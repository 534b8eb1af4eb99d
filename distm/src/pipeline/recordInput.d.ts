import { Observable } from "rxjs";
import type { DamageNotes } from "../records/damageNotes.ts";
import type { AnyRecord } from "../records/record.ts";
import type { InputFacts } from "./endings.ts";
/** Records that come from another process. */
export interface RecordInput {
    /** To be subscribed to once. Waits at the stream's gate. */
    readonly records: Observable<AnyRecord>;
    /** What was noticed, once `records` is over. `bytes` is NaN when reading was stopped before the end of the input. */
    facts(): InputFacts;
    /** The line of the record that is passing right now, see `NdjsonReader`. */
    lineOf?(record: AnyRecord): string | undefined;
}
/** What a stream of bytes must be able to do: a part of Node's `Readable`. */
export interface ByteStream {
    on(event: "data", listener: (chunk: Uint8Array) => void): unknown;
    on(event: "end" | "close", listener: () => void): unknown;
    on(event: "error", listener: (error: Error) => void): unknown;
    pause(): unknown;
    resume(): unknown;
    destroy(): unknown;
}
/** Reads NDJSON, to be read once. `damage` is told each line that is no record. */
export declare function recordInput(bytes: ByteStream, damage: DamageNotes): RecordInput;
