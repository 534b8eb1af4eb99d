import picomatch from "picomatch";
import type { OptionValues } from "../../config/options.ts";
import { modifiedToMs } from "../../sink/modified.ts";
import type { fileSelectionOptions } from "./fileSelectionOptions.ts";
import { namePattern } from "./namePattern.ts";

/** What is known of a file when it is chosen or left. */
export interface Candidate {
  readonly name: string;
  readonly size: number | null;
  readonly modified: string | null;
}

export interface FileSelection {
  file(candidate: Candidate): boolean;
  /** Whether anything below the folder (or a link) may be wanted: it is not excluded. */
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
  const included = options.include === undefined ? () => true : matcher(options.include).file;
  const excluded = options.exclude === undefined ? NOTHING : matcher(options.exclude);
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
      (isTooLong(name) || (included(name) && !excluded.file(name))) &&
      (size === null || (size >= minSize && size <= maxSize)) &&
      timely(modified),
    folder: (name) => isTooLong(name) || !excluded.folder(name),
  };
}

/**
 * No disk takes such a name: it is handed on, to be refused with the reason. A pattern could take hours for it, and only a server that
 * means harm has one.
 */
function isTooLong(name: string): boolean {
  return name.length > LONGEST_PATH || (name.length > LONGEST_PART && LONG_PART.test(name));
}

/** Characters. Disks have limits in bytes or in characters, no larger than these. */
const LONGEST_PATH = 4096;
const LONGEST_PART = 255;
const LONG_PART = new RegExp(`[^/]{${LONGEST_PART + 1}}`);

interface Matcher {
  file(name: string): boolean;
  folder(name: string): boolean;
}

const NOTHING: Matcher = { file: () => false, folder: () => false };

/**
 * As in .gitignore: a pattern without a slash before its end matches the last part of a name, with one the whole name; one that
 * ends in a slash is for folders only.
 */
function matcher(patterns: readonly string[]): Matcher {
  const tests = patterns.map((pattern) => {
    const bare = pattern.replace(/\/$/, "");
    const anywhere = !bare.includes("/");
    const rooted = bare.replace(/^\//, "");
    const matches = namePattern(rooted) ?? picomatch(rooted, { dot: true, nonegate: true, strictSlashes: true });
    return {
      foldersOnly: bare !== pattern,
      matches: (name: string) => matches(anywhere ? name.slice(name.lastIndexOf("/") + 1) : name),
    };
  });
  return {
    file: (name) => tests.some(({ foldersOnly, matches }) => !foldersOnly && matches(name)),
    folder: (name) => tests.some(({ matches }) => matches(name)),
  };
}

/** The latest moment that a time can mean, given how precise it is. */
function latestMs(modified: string, timezone: string): number | undefined {
  const [, day, minute, second] = /^(.{10})(T.{5})?(:.{2})?/.exec(modified) ?? [];
  const zone = modified.endsWith("Z") ? "Z" : "";
  // A day is not 24 hours long when the clocks change.
  if (minute === undefined) return after(modifiedToMs(`${day}T23:59${zone}`, timezone), 60_000);
  return after(modifiedToMs(modified, timezone), second === undefined ? 60_000 : 1_000);
}

/** The last millisecond of a span. Of seconds with a fraction the whole second: the difference is none that anyone asks for. */
function after(begins_ms: number | undefined, lasts_ms: number): number | undefined {
  return begins_ms === undefined ? undefined : begins_ms + lasts_ms - 1;
}
