import { Observable } from "rxjs";
import type { AnyRecord, ServerRecord } from "../records/record.ts";
import type { StageContext } from "../stages/context.ts";
import type { Backend } from "./backend.ts";
import type { PipelineStep } from "./pipeline.ts";
/** What stands between a pipeline's source and its report: steps with their options. */
export type DescribedStep = Pick<PipelineStep, "stage" | "values">;
/** Where a pipeline's records come from: servers, each worked on apart, or saved records of many servers, mixed. */
export type PipelineSource = {
    readonly servers: Observable<ServerRecord>;
} | {
    readonly saved: Observable<AnyRecord>;
};
export interface PipelineRequest {
    readonly source: PipelineSource;
    readonly steps: readonly DescribedStep[];
    readonly context: StageContext;
    readonly backend: Backend;
    /** Shown each record behind the step with this place, from 0; the source's own have -1. */
    readonly watch?: (place: number, record: AnyRecord) => void;
    /** Told when a step has had enough before the source was at its end, as `limit` does. */
    readonly onEnough?: () => void;
}
/**
 * The records that a described pipeline makes. The server steps right behind `servers` run behind the backend, each server apart;
 * from the first step on that needs the whole stream, all is one stream in this process. Unsubscribing ends everything.
 */
export declare function pipelineRecords(request: PipelineRequest): Observable<AnyRecord>;
/** The steps that work on each server apart and stand right behind the servers. */
export declare function countApart(steps: readonly DescribedStep[]): number;
/** The least of what the steps allow. */
export declare function serversAtOnceOf(steps: readonly DescribedStep[]): number;
