import { type Pipeline } from "./pipeline.ts";
import type { PipelineFacts } from "./pipelineFacts.ts";
/** Lines that say what a pipeline would do, for a person who is about to run it. */
export declare function pipelineWords({ name, shown, steps }: Pipeline, { servers, serversAtOnce }: PipelineFacts): string[];
