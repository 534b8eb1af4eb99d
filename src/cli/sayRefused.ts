import { endOfRefused } from "../pipeline/endOfRefused.ts";
import { newBy, newRunId } from "../pipeline/journalNames.ts";
import { RecordOutput } from "../pipeline/recordOutput.ts";
import type { World } from "./world.ts";

/** Where records would have gone, the stages behind end quietly with 2 as well: what is wrong has been said here, once. */
export async function sayRefused(stage: string, { stdout }: World): Promise<void> {
  if (stdout.isTTY) return;
  const output = new RecordOutput(stdout);
  output.record(endOfRefused(stage, newBy(stage), newRunId()));
  await output.end();
}
