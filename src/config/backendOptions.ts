import { choice, integer, type Kind } from "./kinds.ts";
import type { OptionTable } from "./options.ts";

const WORDS = ["inline", "threads", "auto"] as const;

/** Where the work on servers is done, as people say it. */
export type BackendWord = (typeof WORDS)[number];

const backendWord: Kind<BackendWord> = choice(...WORDS);

/** More than any machine has cores to spare for one harvest. */
const MOST_THREADS = 64;

/**
 * For `auto`: below this there is too little to divide. Two threads on two cores, which the servers need as well, bring large files in 0.75 of one
 * thread's time and small ones in 0.92; where nothing is to be fetched, their start is 0.15 s more.
 */
export const AUTO_LEAST = { cores: 2, servers: 4 } as const;

/** Where the work on servers is done, wherever that can be said. */
export const backendOptions = {
  backend: {
    kind: backendWord,
    help:
      "where servers are worked on: `inline`: in this process; `threads`: divided over worker threads; " +
      `\`auto\`: threads, given ${AUTO_LEAST.cores} cores and ${AUTO_LEAST.servers} servers or more`,
  },
  threads: {
    kind: integer(1, MOST_THREADS),
    help: "worker threads at most, instead of one for each core; given alone it means `backend: threads`",
  },
} as const satisfies OptionTable;

/** What somebody has said of it: in a file, on a command line, in code. */
export interface BackendWish<B = BackendWord> {
  readonly backend?: B | undefined;
  readonly threads?: number | undefined;
}

/** The first one that says something of a thing is heard. Who names threads has not been told to stay inline by those behind. */
export function firstWish<B>(...wishes: readonly BackendWish<B>[]): BackendWish<B | "threads"> {
  const named = wishes.findIndex(({ backend }) => backend !== undefined);
  const counted = wishes.findIndex(({ threads }) => threads !== undefined);
  const backend = wishes[named]?.backend;
  const overrules = backend === "inline" && counted !== -1 && counted < named;
  return { backend: overrules ? "threads" : backend, threads: wishes[counted]?.threads };
}
