import type { Pipeline } from "./pipeline.ts";
import type { PipelineFacts } from "./pipelineFacts.ts";
/**
 * A pipeline as a Mermaid flow chart: a node for each step with its options, the types of records that flow from one to the next, and
 * what is bounded.
 */
export declare function pipelineGraph({ name, steps }: Pipeline, facts: PipelineFacts): string;
