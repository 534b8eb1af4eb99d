import type { Environment } from "../config/variables.ts";
import type { Stage } from "../stages/stage.ts";
import type { Pipeline } from "./pipeline.ts";
import { type ImportStages } from "./stageModule.ts";
export interface PipelineRequest {
    /** Stages that steps may name, besides those of the modules that the file names. */
    readonly stages: readonly Stage[];
    /** Arguments of `--set`: `STEP=VALUE` and `STEP.OPTION=VALUE`. */
    readonly sets: readonly string[];
    readonly env: Environment;
    readonly importStages?: ImportStages;
    /** Told the stages of the steps when all are understood, also where the pipeline is refused in the end. */
    readonly seen?: ((stages: readonly Stage[]) => void) | undefined;
}
/**
 * Loads a pipeline and checks all of it, and the values of `--set`, as far as that can be done without a stage's own code. The modules
 * that it names are loaded, which runs their code. Throws a `UsageError` that says where and what: `harvest.yaml:7:13: …`.
 */
export declare function loadPipeline(file: string, request: PipelineRequest): Promise<Pipeline>;
