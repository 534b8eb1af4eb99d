import { join } from "node:path";
import { stirred } from "../../records/textHash.ts";
import { OUTCOME } from "./outcomeKind.ts";
import { eachOutcome } from "./outcomes.ts";
import { OutcomeTable } from "./outcomeTable.ts";
import type { ServerTally } from "./serverTally.ts";
import type { SourceEndings } from "./sourceEndings.ts";
import type { Chain, Spool } from "./spool.ts";

/** One server of the result set, without its files. */
export interface ServerResult {
  readonly server: string;
  readonly result: 0 | 1;
  /** The server's folder here; "" if nothing tells. */
  readonly folder: string;
  readonly fetched: number;
  readonly unchanged: number;
  readonly skipped: number;
  /** Files and folders that failed. */
  readonly failed: number;
  /** Failures that are not about one file. */
  readonly troubles: number;
  /** Files asked for of which nothing more is known. */
  readonly unknown: number;
  readonly fetchedBytes: number;
  readonly unchangedBytes: number;
  /** Why the result is 1, beside the failures: half sentences for people. */
  readonly reasons: readonly string[];
  readonly chain: Chain;
}

/** A server as it is known at the end of the input. */
export interface Judgement {
  readonly result: ServerResult;
  readonly listed: number;
  readonly asked: number;
  /** More outcomes than were asked for: by how many. */
  readonly surplus: number;
}

/** What is asked of a server beside its tally. */
export interface JudgeRequest {
  readonly spool: Spool;
  readonly tally: ServerTally;
  readonly endings: SourceEndings;
  /** Where the selection says that servers' folders are. */
  readonly bufferPath: string | undefined;
  /** A listing was to walk it. */
  readonly expected: boolean;
}

/** Weighs all that was said of a server. */
export function judge(request: JudgeRequest): Judgement {
  const { spool, tally } = request;
  const count = countOutcomes(spool, tally.chain);
  const perSource = countPerSource(request);
  const sums = [...tally.sums];
  const listed = total([...tally.listings.values()].map(({ files }) => files));
  const outcomes = count.fetched + count.unchanged + count.skipped + count.failed;
  const asked = sums.length === 0 ? outcomes + count.unknown : total(sums.map(([, { asked }]) => asked));
  const surplus = total(sums.map(([source, { asked }]) => Math.max(0, (perSource.outcomes.get(source) ?? 0) - asked)));
  const lostFailures = total(
    sums.map(([source, { failed }]) => Math.max(0, failed - (perSource.failures.get(source) ?? 0))),
  );
  const notStarted = total(sums.map(([, { notStarted }]) => notStarted));
  const reasons = [
    ...listingReasons(request, asked, listed, outcomes + count.unknown + count.troubles),
    ...said(
      count.unknown,
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
  const failed = count.failed > 0 || count.troubles > 0 || reasons.length > 0;
  const { server, chain } = tally;
  const result = { server, result: failed ? 1 : 0, folder: folderOf(request), ...count, reasons, chain } as const;
  return { result, listed, asked, surplus };
}

/** Beside it stands a failure that says why. */
export const NOT_COMPLETE = "the listing is not complete";

function listingReasons(request: JudgeRequest, asked: number, listed: number, known: number): string[] {
  const { tally, endings, expected } = request;
  if (tally.listings.size === 0) {
    if (expected || endings.interrupted) return ["was not listed to its end"];
    // Behind `ftp-servers` without `ftp-list`, nobody has seen whether the server is there. After `head`, few were to be seen.
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

type Counts = Omit<ServerResult, "server" | "result" | "folder" | "reasons" | "chain">;

function countOutcomes(spool: Spool, chain: Chain): Counts {
  const counts = new Map<number, number>();
  const bytes = new Map<number, number>();
  eachOutcome(spool, chain, ({ outcome, size }) => {
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    bytes.set(outcome, (bytes.get(outcome) ?? 0) + (size || 0));
  });
  const of = (outcome: number) => counts.get(outcome) ?? 0;
  return {
    fetched: of(OUTCOME.fetched),
    unchanged: of(OUTCOME.unchanged),
    skipped: of(OUTCOME.skipped),
    failed: of(OUTCOME.failed),
    troubles: of(OUTCOME.trouble),
    unknown: of(OUTCOME.file),
    fetchedBytes: bytes.get(OUTCOME.fetched) ?? 0,
    unchangedBytes: bytes.get(OUTCOME.unchanged) ?? 0,
  };
}

/** Different files that each stage process gave an outcome, to be held against its sums. */
function countPerSource({ spool, tally: { chain, sums } }: JudgeRequest) {
  const table = new OutcomeTable(sums.size === 0 ? 0 : chain.notes);
  const outcomes = new Map<number, number>();
  const failures = new Map<number, number>();
  spool.each(chain, ({ high, low, source, outcome }) => {
    if (outcome === OUTCOME.file || outcome === OUTCOME.trouble || !sums.has(source)) return;
    if (!table.add(stirred(high, source), stirred(low, ~source), outcome)) return;
    outcomes.set(source, (outcomes.get(source) ?? 0) + 1);
    if (outcome === OUTCOME.failed) failures.set(source, (failures.get(source) ?? 0) + 1);
  });
  return { outcomes, failures };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
