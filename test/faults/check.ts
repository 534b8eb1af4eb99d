import fc from "fast-check";
import { outside_ms } from "./clock.ts";
import { drawSchedule, type Wanted } from "./drawSchedule.ts";
import { runSchedule } from "./runSchedule.ts";
import type { Schedule } from "./schedule.ts";
import type { Tally } from "./tally.ts";

export interface Failure {
  /** Which property, and why; or what was thrown. */
  readonly why: string;
  readonly schedule: Schedule;
}

/** Where fast-check has found the least of the schedules that fail. */
export interface Shrunk extends Failure {
  readonly path: string;
  readonly runs: number;
  /** It fails when it is run once more; else it takes luck. */
  readonly failsAgain: boolean;
}

type Run = (schedule: Schedule) => Promise<Tally>;

/** Shrinking ends here with what it has. */
const LONGEST_SHRINK_MS = 90_000;
const MOST_RUNS = 150;

/** Runs the schedule of a seed; with a path the one that fast-check has shrunk it to. */
export async function checkSeed(seed: number, wanted: Wanted, path?: string): Promise<Tally | Failure> {
  let tally: Tally | undefined;
  const property = propertyOf(wanted, async (schedule) => {
    tally = await runSchedule(schedule);
    return tally;
  });
  const { failed, counterexample, errorInstance } = await fc.check(property, settings(seed, path));
  if (!failed && tally !== undefined) return tally;
  if (counterexample === null) throw new Error(`seed ${seed} draws nothing`);
  return { schedule: counterexample[0], why: reasonOf(errorInstance) };
}

/** The schedule that a seed draws; with a path the one that it was shrunk to. */
export async function drawnFrom(seed: number, wanted: Wanted, path?: string): Promise<Schedule> {
  let drawn: Schedule | undefined;
  const property = propertyOf(wanted, async (schedule) => {
    drawn = schedule;
  });
  await fc.check(property, settings(seed, path));
  if (drawn === undefined) throw new Error(`seed ${seed} draws nothing`);
  return drawn;
}

/** Looks for a smaller schedule that fails; each is run in a folder and with servers of its own. */
export async function shrinkSeed(seed: number, wanted: Wanted, run: Run = runSchedule): Promise<Shrunk | undefined> {
  let runs = 0;
  const property = propertyOf(wanted, async (schedule) => {
    if (runs++ < MOST_RUNS) await run(schedule);
  });
  const { failed, counterexample, counterexamplePath, errorInstance } = await fc.check(property, {
    seed: spread(seed),
    numRuns: 1,
    interruptAfterTimeLimit: outside_ms(LONGEST_SHRINK_MS),
  });
  if (!failed || counterexample === null || counterexamplePath === null) return undefined;
  const [schedule] = counterexample;
  const failsAgain = await run(schedule).then(
    () => false,
    () => true,
  );
  return {
    schedule,
    path: counterexamplePath,
    runs: Math.min(runs, MOST_RUNS),
    why: reasonOf(errorInstance),
    failsAgain,
  };
}

function propertyOf(wanted: Wanted, run: (schedule: Schedule) => Promise<unknown>) {
  return fc.asyncProperty(drawSchedule(wanted), async (schedule) => void (await run(schedule)));
}

function settings(seed: number, path: string | undefined) {
  return { seed: spread(seed), numRuns: 1, endOnFailure: true, ...(path !== undefined && { path }) };
}

/** Seeds that follow one another would draw alike. */
function spread(seed: number): number {
  return Math.imul(seed + 1, 0x9e3779b1) | 0;
}

export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.name === "Broken" ? error.message : (error.stack ?? error.message);
}
