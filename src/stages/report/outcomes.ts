import { textOf } from "../../records/fields.ts";
import type { AnyRecord } from "../../records/record.ts";
import { OUTCOME } from "./outcomeKind.ts";
import { OutcomeTable } from "./outcomeTable.ts";
import type { Chain, NoteRead, Spool } from "./spool.ts";

/** A file and its bytes, as the result set has it. */
export type ResultFile = readonly [name: string, size: number];

/** A failure as it is told to people. */
export interface ResultFailure {
  /** The file's name; "" when it is not about one. */
  readonly name: string;
  /** Absolute on the server; null when it is not about one. */
  readonly path: string | null;
  readonly code: string;
  readonly message: string;
}

/** Any outcome, for a row of csv. */
export interface ResultOutcome {
  readonly name: string;
  readonly size: number | undefined;
  readonly status: "fetched" | "unchanged" | "skipped" | "failed" | "unknown";
  readonly code: string;
}

/** Shows each file once, with its best outcome. */
export function eachOutcome(spool: Spool, chain: Chain, visit: (note: NoteRead) => void): void {
  const table = new OutcomeTable(chain.notes);
  spool.each(chain, ({ high, low, outcome }) => table.add(high, low, outcome));
  spool.each(chain, (note) => {
    if (table.take(note.high, note.low, note.outcome)) visit(note);
  });
}

/** The files of one server by name. They are held: about 150 bytes each. */
export function filesOf(spool: Spool, chain: Chain, withUnchanged: boolean): ResultFile[] {
  const files: ResultFile[] = [];
  eachOutcome(spool, chain, (note) => {
    const wanted = note.outcome === OUTCOME.fetched || (withUnchanged && note.outcome === OUTCOME.unchanged);
    if (wanted) files.push([note.text(), note.size]);
  });
  return files.sort(([a], [b]) => inOrder(a, b));
}

/** All outcomes of one server by name: what is not about a file first. They are held. */
export function outcomesOf(spool: Spool, chain: Chain, withUnchanged: boolean): ResultOutcome[] {
  const outcomes: ResultOutcome[] = [];
  eachOutcome(spool, chain, (note) => {
    if (note.outcome !== OUTCOME.unchanged || withUnchanged) outcomes.push(outcomeOf(note));
  });
  return outcomes.sort((a, b) => inOrder(a.name, b.name));
}

/** The first `most` failures of one server by name: what is not about a file first. No more than twice as many are held. */
export function failuresOf(spool: Spool, chain: Chain, most: number): ResultFailure[] {
  const failures: ResultFailure[] = [];
  const cutBack = () => {
    failures.sort((a, b) => inOrder(a.name, b.name));
    failures.length = Math.min(failures.length, most);
  };
  eachOutcome(spool, chain, (note) => {
    if (!isFailure(note)) return;
    failures.push(failureOf(note.text()));
    if (failures.length >= 2 * most) cutBack();
  });
  cutBack();
  return failures;
}

/** What a `failure` record tells people. */
export function failureIn(record: AnyRecord): ResultFailure {
  const path = textOf(record, "path") ?? null;
  return {
    name: textOf(record, "name") ?? path ?? "",
    path,
    code: textOf(record, "code") ?? "",
    message: (textOf(record, "message") ?? "").slice(0, LONGEST_MESSAGE),
  };
}

/** Characters. Ours are shorter; a record from elsewhere may have megabytes, and several are held. */
const LONGEST_MESSAGE = 2_000;

/** The text that is kept of a failure. */
export function failureText({ name, path, code, message }: ResultFailure): string {
  return JSON.stringify([name, path, code, message]);
}

function failureOf(text: string): ResultFailure {
  const [name, path, code, message]: readonly [string, string | null, string, string] = JSON.parse(text);
  return { name, path, code, message };
}

function isFailure({ outcome }: NoteRead): boolean {
  return outcome === OUTCOME.failed || outcome === OUTCOME.trouble;
}

const STATUS = new Map<number, ResultOutcome["status"]>([
  [OUTCOME.fetched, "fetched"],
  [OUTCOME.unchanged, "unchanged"],
  [OUTCOME.skipped, "skipped"],
]);

function outcomeOf(note: NoteRead): ResultOutcome {
  const size = Number.isNaN(note.size) ? undefined : note.size;
  if (!isFailure(note)) return { name: note.text(), size, status: STATUS.get(note.outcome) ?? "unknown", code: "" };
  const { name, code } = failureOf(note.text());
  return { name, size, status: "failed", code };
}

/** By code units: the same everywhere, whatever the language. */
function inOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
