import type { Problems } from "../config/problems.ts";
import { type Environment } from "../config/variables.ts";
import type { PipelineStep } from "./pipeline.ts";
import type { StepDraft } from "./stepDraft.ts";
/** A step with its values, as far as they are right: whoever uses it must look at `problems` before. */
export declare function pipelineStep(draft: StepDraft, env: Environment, problems: Problems): PipelineStep;
