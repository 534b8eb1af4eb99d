import { setTimeout as sleep } from "node:timers/promises";
import { isRunning } from "../../servers/processFamily.ts";

/** Resolves when none of these processes runs any more; the test's time-out is the judge of those that do. */
export async function allGone(pids: readonly number[]): Promise<void> {
  while (pids.some(isRunning)) await sleep(20);
}
