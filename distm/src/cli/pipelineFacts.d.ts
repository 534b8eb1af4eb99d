import { type Pipeline } from "../pipeline/pipeline.ts";
import type { PipelineFacts } from "../pipeline/pipelineFacts.ts";
import type { World } from "./world.ts";
/** What the configuration that a pipeline names says of its servers. Throws a `UsageError`, also for saved records that are not there. */
export declare function pipelineFacts({ steps, shown }: Pipeline, world: World): PipelineFacts;
