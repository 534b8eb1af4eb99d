import type { OptionValues } from "../config/options.ts";
import type { ServerSettings } from "../config/server.ts";
import { type DescribedStep, type PipelineRequest } from "../pipeline/pipelineRecords.ts";
import type { StageContext } from "../stages/context.ts";
import type { reportStage } from "../stages/report.ts";
import type { World } from "./world.ts";
/** A pipeline to be run in this process. */
export interface PipelineRun {
    /** Connections to one server, for all steps: they share its sessions. */
    readonly jobs: number | undefined;
    /** Makes the steps. Throws a `UsageError` before anything has started. */
    prepare(context: StageContext): PreparedPipeline;
    /** How the result set is printed; undefined where the records themselves are wanted. */
    readonly report: OptionValues<typeof reportStage.options> | undefined;
    readonly watch?: PipelineRequest["watch"];
}
export interface PreparedPipeline {
    readonly source: PipelineRequest["source"];
    readonly steps: readonly DescribedStep[];
    /** The servers that must be in the report; none where the records are saved ones. */
    readonly selected: readonly ServerSettings[];
}
/** Runs a pipeline from its source to its report, or its records to stdout. Returns the exit code. */
export declare function runPipeline(run: PipelineRun, world: World): Promise<number>;
