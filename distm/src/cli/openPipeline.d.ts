import { type Observable } from "rxjs";
import type { OptionValues } from "../config/options.ts";
import { type PipelineRequest } from "../pipeline/loadPipeline.ts";
import { type Pipeline, type PipelineStep } from "../pipeline/pipeline.ts";
import type { AnyRecord } from "../records/record.ts";
import type { StageContext } from "../stages/context.ts";
import { serversStage } from "../stages/servers.ts";
import type { PipelineRun, PreparedPipeline } from "./pipelineRun.ts";
import type { World } from "./world.ts";
/** Options of all commands that take a pipeline. */
export declare const pipelineOptions: {
    readonly set: {
        readonly kind: import("../config/kinds.ts").Kind<readonly string[], readonly string[]>;
        readonly help: string;
    };
};
/** The pipeline that a command was given. Nothing is started. Throws a `UsageError` with all that is wrong with it. */
export declare function openPipeline(operands: readonly string[], { set }: OptionValues<typeof pipelineOptions>, world: World, seen?: PipelineRequest["seen"]): Promise<Pipeline>;
/** What stages are made with where they are only asked whether they would work. */
export declare function unstartedContext(jobs: number | undefined, world: World): StageContext;
/** Connections to one server, for all steps. */
export declare function jobsOf(steps: readonly PipelineStep[]): number | undefined;
/** The pipeline as `runPipeline` takes it. */
export declare function runOf(pipeline: Pipeline): Pick<PipelineRun, "jobs" | "report" | "prepare">;
/** The records of a `from` step. Throws a `UsageError`, with the step's place, where they are not there. */
export declare function savedRecords({ stage, values, at }: PipelineStep, shown: string, context: StageContext): Observable<AnyRecord>;
/** The servers that a `servers` step chooses. Throws a `UsageError`. */
export declare function selectedBy({ values: { config, only, except } }: {
    readonly values: OptionValues<typeof serversStage.options>;
}, context: Pick<StageContext, "select">): PreparedPipeline["selected"];
