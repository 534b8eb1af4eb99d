import type { StageContext } from "../stages/context.ts";
import type { Pipeline } from "./pipeline.ts";
/**
 * Lets each stage look at its values, before anything has started: what only the stage knows, such as which options exclude each
 * other. A source is not asked: it looks for its file. Throws a `UsageError` with all that is wrong.
 */
export declare function checkStages({ shown, steps }: Pipeline, context: StageContext): void;
