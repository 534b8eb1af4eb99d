import { type OperatorFunction } from "rxjs";
import type { AnyRecord, ServerRecord } from "../records/record.ts";
/** A server stage with its options, ready to work: from records to records. */
export type Step = OperatorFunction<AnyRecord, AnyRecord>;
export interface BackendRequest {
    readonly run: string;
    /** The attempt at this server's work, from 1; the highest wins in the report. */
    readonly epoch: number;
    /** Aborted: every socket is closed within a second, and the promise settles. */
    readonly signal: AbortSignal;
    /**
     * Takes a record, in their order, one at a time: a promise is waited for, and what makes records waits with it. Throws when nobody
     * wants any more: the steps are to be unsubscribed from, and the promise of `run` may reject with what was thrown.
     */
    emit(record: AnyRecord): void | Promise<void>;
}
/**
 * Where the server steps of a pipeline run. It shares nothing between servers; secrets are resolved where the work is done. In
 * this process is the first implementation; worker threads and a queue over many machines may be others.
 */
export interface Backend {
    /** Takes one server through the steps. Rejects only on a fault of ours; what goes wrong with a server is a record. */
    run(server: ServerRecord, steps: readonly Step[], request: BackendRequest): Promise<void>;
}
/** Records of one server that may wait between its steps. */
export declare const PARKED_MAX = 1000;
/** Runs everything in this process. The steps have been given the signal when they were made. */
export declare const inlineBackend: Backend;
