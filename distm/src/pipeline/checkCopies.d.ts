import type { Problems } from "../config/problems.ts";
import { type PipelineStep } from "./pipeline.ts";
/** A copy must overwrite neither what the pipeline lives from nor another copy that is being written. */
export declare function checkCopies(file: string, steps: readonly PipelineStep[], problems: Problems): void;
