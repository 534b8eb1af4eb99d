/**
 * What is known of a file, by how much it counts: of several outcomes of one file the highest is the one that holds.
 * `trouble` is a failure that is not about one file.
 */
export const OUTCOME = { file: 1, trouble: 2, failed: 3, skipped: 4, unchanged: 5, fetched: 6 } as const;
