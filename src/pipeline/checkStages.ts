import { Problems } from "../config/problems.ts";
import { UsageError } from "../records/fault.ts";
import type { StageContext } from "../stages/context.ts";
import type { Pipeline } from "./pipeline.ts";

/**
 * Lets each stage look at its values, before anything has started: what only the stage knows, such as which options exclude each
 * other. A source is not asked: it looks for its file. Throws a `UsageError` with all that is wrong.
 */
export function checkStages({ shown, steps }: Pipeline, context: StageContext): void {
  const problems = new Problems(shown);
  for (const { stage, at, values } of steps) {
    if (stage.place === "first") continue;
    try {
      stage.operator(values, context);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      problems.add(at, error.message);
    }
  }
  problems.throwAny();
}
