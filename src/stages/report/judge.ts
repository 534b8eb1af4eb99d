import { join } from "node:path";
import type { OutcomeCount, OutcomeCounts } from "./outcomeCount.ts";
import type { ServerTally } from "./serverTally.ts";
import type { SourceEndings } from "./sourceEndings.ts";

/** One server of the result set, without its files. */
export interface ServerResult extends OutcomeCounts {
  readonly server: string;
  readonly result: 0 | 1;
  /** The server's folder here; "" if nothing tells. */
  readonly folder: string;
  /** Why the result is 1, beside the failures: half sentences for people. */
  readonly reasons: readonly string[];
}

/** A server as it is known at the end of the input. */
export interface Judgement {
  readonly result: ServerResult;
  readonly listed: number;
  readonly asked: number;
  /** More outcomes than were asked for: by how many. */
  readonly surplus: number;
  /** Who read its listing left, as `head` does, before anything of it came: nothing can be said of it. */
  readonly passedOver: boolean;
}

/** What is asked of a server beside its tally. */
export interface JudgeRequest {
  readonly tally: ServerTally;
  /** What its notes come to. */
  readonly count: OutcomeCount;
  readonly endings: SourceEndings;
  /** Where the selection says that servers' folders are. */
  readonly bufferPath: string | undefined;
  /** A listing was to walk it. */
  readonly expected: boolean;
}

/** Weighs all that was said of a server. */
export function judge(request: JudgeRequest): Judgement {
  const { tally, count } = request;
  const { counts } = count;
  const sums = [...tally.sums];
  const listed = total([...tally.listings.values()].map(({ files }) => files));
  const outcomes = counts.fetched + counts.unchanged + counts.skipped + counts.failed;
  const asked = sums.length === 0 ? outcomes + counts.unknown : total(sums.map(([, { asked }]) => asked));
  const surplus = total(sums.map(([source, { asked }]) => Math.max(0, count.source(source).outcomes - asked)));
  const lostFailures = total(sums.map(([source, { failed }]) => Math.max(0, failed - count.source(source).failures)));
  const notStarted = total(sums.map(([, { notStarted }]) => notStarted));
  const known = outcomes + counts.unknown + counts.troubles;
  const reasons = [
    ...listingReasons(request, asked, listed, known),
    ...said(
      counts.unknown,
      "asked for, but nothing says what became of it",
      "asked for, but nothing says what became of them",
    ),
    ...said(notStarted, "not started"),
    ...said(
      lostFailures,
      "failed, and the record that says why is lost",
      "failed, and the records that say why are lost",
    ),
    ...said(surplus, "more than asked for: the records are damaged"),
  ];
  const failed = counts.failed > 0 || counts.troubles > 0 || reasons.length > 0;
  const { server } = tally;
  const result = { server, result: failed ? 1 : 0, folder: folderOf(request), ...counts, reasons } as const;
  const passedOver = !failed && known === 0 && asked === 0 && tally.listings.size === 0;
  return { result, listed, asked, surplus, passedOver };
}

/** Beside it stands a failure that says why. */
export const NOT_COMPLETE = "the listing is not complete";

function listingReasons(request: JudgeRequest, asked: number, listed: number, known: number): string[] {
  const { tally, endings, expected } = request;
  if (tally.listings.size === 0) {
    if (expected || endings.interrupted) return ["was not listed to its end"];
    // Behind `ftp-servers` without `ftp-list`, nobody has seen whether the server is there. After `head`, few were to be seen: it is passed over.
    return known === 0 && !endings.closed ? ["was not listed: is ftp-list in the pipe?"] : [];
  }
  if ([...tally.listings.values()].some(({ complete }) => !complete)) return [NOT_COMPLETE];
  // Where the reader of a listing left, what fetch says was asked for is all that was wanted.
  const wantedFewer = endings.closed && tally.sums.size > 0;
  const broken = endings.interrupted && asked < listed && !wantedFewer;
  return broken ? [`${listed - asked} of ${listed} listed files did not get their turn`] : [];
}

function said(count: number, one: string, more = one): string[] {
  if (count === 0) return [];
  return [count === 1 ? `1 file ${one}` : `${count} files ${more}`];
}

function folderOf({ tally, endings, bufferPath }: JudgeRequest): string {
  const told = [...tally.sums.values()].find(({ local }) => local !== undefined)?.local;
  if (told !== undefined) return told;
  const parent = endings.to(tally.runs) ?? tally.bufferPath ?? bufferPath;
  return parent === undefined ? (tally.folder ?? "") : join(parent, tally.server);
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
