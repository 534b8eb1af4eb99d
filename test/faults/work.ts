import type { Failure, Shrunk } from "./check.ts";
import type { Wanted } from "./drawSchedule.ts";
import type { Schedule } from "./schedule.ts";
import type { Sums } from "./tally.ts";

/** What a worker is asked to do. */
export type Task =
  | { readonly do: "check"; readonly seed: number; readonly wanted: Wanted; readonly path?: string }
  | { readonly do: "shrink"; readonly seed: number; readonly wanted: Wanted }
  | { readonly do: "run"; readonly schedule: Schedule }
  /** Nothing more follows: it tells what it has left open and ends by itself. */
  | { readonly do: "end" };

/** How it answers, in any order; each with the number of its task. */
export type Answer =
  | { readonly to: number; readonly passed: Sums }
  | { readonly to: number; readonly failed: Failure }
  | { readonly to: number; readonly shrunk: Shrunk | null }
  | { readonly to: number; readonly leaks: readonly string[]; readonly peak_bytes: number };

export interface Numbered {
  readonly number: number;
  readonly task: Task;
}
