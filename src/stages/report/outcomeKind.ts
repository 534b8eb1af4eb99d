/**
 * What is known of a file, by how much it counts: of several outcomes of one file the highest is the one that holds.
 * `trouble` is a failure that is not about one file.
 */
export const OUTCOME = { file: 1, trouble: 2, failed: 3, skipped: 4, unchanged: 5, fetched: 6 } as const;

/** Outcomes that are asked for together: the files of the result set, the failures, and what else csv shows. */
export type OutcomeGroup = "files" | "failures" | "others";

/** Undefined for what no format shows. */
export function groupOf(outcome: number, withUnchanged: boolean): OutcomeGroup | undefined {
  if (outcome === OUTCOME.unchanged) return withUnchanged ? "files" : undefined;
  return GROUPS.get(outcome);
}

const GROUPS = new Map<number, OutcomeGroup>([
  [OUTCOME.file, "others"],
  [OUTCOME.trouble, "failures"],
  [OUTCOME.failed, "failures"],
  [OUTCOME.skipped, "others"],
  [OUTCOME.fetched, "files"],
]);
