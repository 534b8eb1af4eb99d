import picomatch from "picomatch";
import { duration, globs, size } from "../../config/kinds.ts";
import type { OptionTable, OptionValues } from "../../config/options.ts";
import { modifiedToMs } from "../../sink/modified.ts";

/** Which of the files that a server has are wanted. */
export const fileSelectionOptions = {
  include: { kind: globs, help: "only files that match; a pattern without / is for the last part of the name" },
  exclude: { kind: globs, help: "no files that match, and no folders: nothing below them is listed" },
  newerThan: { kind: duration, help: "only files changed within this time" },
  olderThan: { kind: duration, help: "only files unchanged for this time" },
  minSize: { kind: size, help: "only files of at least this size" },
  maxSize: { kind: size, help: "only files of at most this size" },
} as const satisfies OptionTable;

/** What is known of a file when it is chosen or left. */
export interface Candidate {
  readonly name: string;
  readonly size: number | null;
  readonly modified: string | null;
}

export interface FileSelection {
  file(candidate: Candidate): boolean;
  /** Whether anything below the folder may be wanted. */
  folder(name: string): boolean;
}

/**
 * Makes the choice. What the server does not tell (a size, a time) never loses a file: it is wanted then. A time as coarse as a
 * day counts as the end of that day for `newerThan`, and for `olderThan` too: nothing that may still be young is taken.
 */
export function fileSelection(
  options: OptionValues<typeof fileSelectionOptions>,
  timezone: string,
  now_ms: number,
): FileSelection {
  const included = options.include === undefined ? () => true : matcher(options.include);
  const excluded = options.exclude === undefined ? () => false : matcher(options.exclude);
  const { newerThan, olderThan, minSize = 0, maxSize = Number.POSITIVE_INFINITY } = options;
  const timely = (modified: string | null): boolean => {
    if (modified === null || (newerThan === undefined && olderThan === undefined)) return true;
    const latest_ms = latestMs(modified, timezone);
    if (latest_ms === undefined) return true;
    const age_ms = now_ms - latest_ms;
    return age_ms <= (newerThan ?? Number.POSITIVE_INFINITY) && age_ms >= (olderThan ?? Number.NEGATIVE_INFINITY);
  };
  return {
    file: ({ name, size, modified }) =>
      included(name) && !excluded(name) && (size === null || (size >= minSize && size <= maxSize)) && timely(modified),
    folder: (name) => !excluded(name),
  };
}

/** As in .gitignore: a pattern without a slash matches the last part of a name, with one the whole name. */
function matcher(patterns: readonly string[]): (name: string) => boolean {
  const options = { dot: true, nonegate: true, strictSlashes: true };
  const tests = patterns.map((pattern) => {
    const anywhere = !pattern.includes("/");
    const matches = picomatch(pattern.replace(/^\//, "").replace(/\/$/, ""), options);
    return (name: string) => matches(anywhere ? name.slice(name.lastIndexOf("/") + 1) : name);
  });
  return (name) => tests.some((test) => test(name));
}

/** The latest moment that a time can mean, given how precise it is. */
function latestMs(modified: string, timezone: string): number | undefined {
  const ms = modifiedToMs(modified, timezone);
  if (ms === undefined) return undefined;
  const precision_ms = { 10: 86_400_000, 16: 60_000, 17: 60_000, 19: 1_000, 20: 1_000 }[modified.length] ?? 1;
  return ms + precision_ms - 1;
}
