import { resolve } from "node:path";
import type { Problems } from "../config/problems.ts";
import { printable } from "../records/printable.ts";
import { serversStage } from "../stages/servers.ts";
import { teeStage } from "../stages/tee.ts";
import { fromStage } from "./from.ts";
import { isStepOf, type PipelineStep } from "./pipeline.ts";

/** A copy must overwrite neither what the pipeline lives from nor another copy that is being written. */
export function checkCopies(file: string, steps: readonly PipelineStep[], problems: Problems): void {
  const inUse = new Map([[resolve(file), "it is this pipeline"]]);
  for (const step of steps) {
    if (isStepOf(serversStage, step)) inUse.set(resolve(step.values.config), "`servers` reads it");
    if (isStepOf(fromStage, step)) inUse.set(resolve(step.values.file), "`from` reads it");
    if (!isStepOf(teeStage, step)) continue;
    const { file } = step.values;
    const use = inUse.get(resolve(file));
    if (use === undefined) inUse.set(resolve(file), "another `tee` writes it");
    else problems.add(step.at, `\`tee\`: ${printable(file)} would be overwritten, and ${use}; name another file`);
  }
}
