import { resolve } from "node:path";
import type { Problems } from "../config/problems.ts";
import { printable } from "../records/printable.ts";
import { teeStage } from "../stages/tee.ts";
import { fromStage } from "./from.ts";
import { isStepOf, type PipelineStep } from "./pipeline.ts";

/** A copy must not overwrite the records that are being read, nor another copy that is being written. */
export function checkCopies(steps: readonly PipelineStep[], problems: Problems): void {
  const inUse = new Map<string, string>();
  for (const step of steps) {
    if (isStepOf(fromStage, step)) inUse.set(resolve(step.values.file), "`from` reads it");
    if (!isStepOf(teeStage, step)) continue;
    const { file } = step.values;
    const use = inUse.get(resolve(file));
    if (use === undefined) inUse.set(resolve(file), "another `tee` writes it");
    else problems.add(step.at, `\`tee\`: ${printable(file)} would be overwritten while ${use}; name another file`);
  }
}
