import { type Observable } from "rxjs";
import type { AnyRecord } from "../records/record.ts";
import { type Endings } from "./endings.ts";
import type { RecordInput } from "./recordInput.ts";
export interface WatchRequest {
    readonly input: RecordInput;
    /** Where the journals are. */
    readonly stateFolder: string;
    /** Aborted: what has come is all there is. */
    readonly stop: AbortSignal;
    /** Stages whose processes are looked for where a filter may have taken every record of theirs: none unless given. */
    readonly hidden?: ReadonlySet<string>;
    /** Told each stage process and each of its runs when first seen. */
    readonly onSource: (by: string, run: string) => void;
    /** Told once, before the records that are read back. */
    readonly onEndings: (endings: Endings) => void;
}
/**
 * The records of an input, and after its end the control records that a filter took on the way, read back from the journals of
 * the stages before.
 */
export declare function watchedInput(request: WatchRequest): Observable<AnyRecord>;
