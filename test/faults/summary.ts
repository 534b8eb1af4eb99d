import type { Failure, Shrunk } from "./check.ts";
import { EXCUSES } from "./excuses.ts";
import type { FailedTask, Runner } from "./runner.ts";

/** A failure for people: what broke, the line that replays it, and the schedule. */
export function failureText({ replay, failure }: FailedTask): string {
  return [`BROKEN: ${failure.why}`, `  replay: ${replay}`, ...scheduleLines(failure)].join("\n");
}

/** The same of what it was shrunk to; `flags` are those of the line that replays it. */
export function shrunkText(replay: string, shrunk: Shrunk, flags: string): string {
  const path = ` --path "${shrunk.path}"`;
  const line = flags === "" ? `${replay}${path}` : replay.replace(` ${flags}`, `${path} ${flags}`);
  const again = shrunk.failsAgain ? "it fails again" : "it did not fail when it was run once more: it takes luck";
  return [
    `SHRUNK in ${shrunk.runs} runs, ${again}: ${shrunk.why}`,
    `  from: ${replay}`,
    `  replay: ${line}`,
    ...scheduleLines(shrunk),
  ].join("\n");
}

/** There was nothing to be made smaller. */
export function notShrunkText({ replay }: FailedTask): string {
  return `NOT SHRUNK: it is no seed's own schedule, or passed when it was run once more: then it takes luck\n  from: ${replay}`;
}

function scheduleLines(failure: Failure | { readonly why: string }): string[] {
  return "schedule" in failure ? [`  schedule: ${JSON.stringify(failure.schedule)}`] : [];
}

/** What a run of many schedules came to. */
export function summary({ passed, failed, tally: { sums }, leaks, peak_bytes }: Runner, seconds: number): string {
  const kinds = Object.entries(sums.struck).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    `${passed + failed.length} schedules: ${passed} passed, ${failed.length} failed`,
    `${sums.rounds} rounds: ${listed(sums.ended)}`,
    `${sums.fetched} files fetched, ${sums.resumed} of them gone on with; ${sums.mostConnected} connections to one server at most`,
    `${sums.divided} files in segments, ${sums.dividedAgain} of these gone on with`,
    `${kinds.length} kinds of faults struck:`,
    ...inColumns(kinds.map(([kind, times]) => `${kind} ${times}`)),
    "exceptions used (README: what is not guarded):",
    ...Object.entries(EXCUSES).map(([excuse, words]) => `  ${Reflect.get(sums.excused, excuse) ?? 0} × ${words}`),
    ...leaks.map((leak) => `LEFT OPEN: ${leak}`),
    `peak memory of a job: ${Math.round(peak_bytes / 1024 ** 2)} MiB; ${Math.round(seconds)} s`,
  ].join("\n");
}

function listed(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([what, times]) => `${times} ${what}`)
    .join(", ");
}

const COLUMNS = 4;
const COLUMN_WIDTH = 34;

function inColumns(words: readonly string[]): string[] {
  const rows = Math.ceil(words.length / COLUMNS);
  return Array.from({ length: rows }, (_, row) =>
    `  ${Array.from({ length: COLUMNS }, (__, column) => (words[column * rows + row] ?? "").padEnd(COLUMN_WIDTH)).join("")}`.trimEnd(),
  );
}
