import { fileURLToPath } from "node:url";

/** The module that makes time run faster in the process that imports it first. */
export const FAST_CLOCK = fileURLToPath(new URL("fastClock.mjs", import.meta.url));

/**
 * In the process that runs servers and operators together. Its waits for silence are counted by looks at a clock that goes while the process runs
 * (`src/ftp/deadline.ts`): in five seconds' timeout there are 25 looks at the least, between which all sockets are read, however
 * busy the machine is.
 */
export const OPERATORS_CLOCK = 50;

/** In commands, whose servers live in another process: that one may not get to run for as long as `timeout` divided by this. */
export const COMMANDS_CLOCK = 5;

/** How much faster time runs in this process. */
function clockTimes(): number {
  return Number(process.env["FAULTS_CLOCK"] ?? 1);
}

/** Milliseconds of the world outside, for a timer of this process. */
export function outside_ms(ms: number): number {
  return ms * clockTimes();
}
