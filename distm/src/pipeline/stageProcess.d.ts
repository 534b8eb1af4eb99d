import { type OperatorFunction } from "rxjs";
import type { AnyRecord } from "../records/record.ts";
import type { Journal } from "./journal.ts";
import type { RecordInput } from "./recordInput.ts";
import type { RecordOutput } from "./recordOutput.ts";
/** One stage running as a process of its own. */
export interface StageProcess {
    readonly stage: string;
    readonly by: string;
    /** The work, from input records to output records. */
    readonly operator: OperatorFunction<AnyRecord, AnyRecord>;
    /** Undefined for a stage that begins a pipe. */
    readonly input: RecordInput | undefined;
    readonly output: RecordOutput;
    readonly stateFolder: string;
    /** Opens the journal, once the run is known. */
    readonly openJournal: (run: string) => Journal;
    /** The run, for a stage that begins one; others take it from their input. */
    readonly run: () => string;
    /** Aborted by a signal of the system. */
    readonly signal: AbortSignal;
    /** The exit code that the signal stands for. */
    readonly signalCode: () => number;
    /** Faults that are in no record of this stage, found out when its records are over: 0 unless given. */
    readonly extraCode?: () => number;
    /** Whether servers of the journal's selection are left out because a step had enough: no unless given. */
    readonly hadEnough?: () => boolean;
    /** An empty input is no fault. */
    readonly allowEmpty: boolean;
    readonly note: (message: string) => void;
    /** Shown every record that goes out. */
    readonly watch: (record: AnyRecord) => void;
}
/**
 * Records that may wait in all queues of a process. With many servers on one stream those of a slow one wait here while the
 * others go on; past it the input waits for the slow one too.
 */
export declare const PARKED_MAX = 100000;
/** Runs a stage from the first record to its `end`. Returns the exit code. Rejects only on a bug; the stream has no `end` then. */
export declare function runStage(process: StageProcess): Promise<number>;
