import type { Held } from "./orders.ts";

/** What was seen between two harvests. */
export interface Sample extends Held {
  readonly minutes: number;
  /** Harvests so far. */
  readonly rounds: number;
  /** Files and folders in the state folder, and in the folder for temporary files. */
  readonly stateEntries: number;
  readonly temporaryEntries: number;
}
