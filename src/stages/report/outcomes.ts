import { textOf } from "../../records/fields.ts";
import type { AnyRecord } from "../../records/record.ts";
import type { Note } from "./noteBytes.ts";
import { OUTCOME } from "./outcomeKind.ts";

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

/** What is noted of a failure beside its name. */
export function failureDetail({ path, code, message }: ResultFailure): string {
  return JSON.stringify([path, code, message]);
}

export function failureOf({ name, detail }: Note): ResultFailure {
  const [path, code, message]: readonly [string | null, string, string] = JSON.parse(detail);
  return { name, path, code, message };
}

const STATUS = new Map<number, ResultOutcome["status"]>([
  [OUTCOME.fetched, "fetched"],
  [OUTCOME.unchanged, "unchanged"],
  [OUTCOME.skipped, "skipped"],
  [OUTCOME.failed, "failed"],
  [OUTCOME.trouble, "failed"],
]);

export function outcomeOf(note: Note): ResultOutcome {
  const { name } = note;
  const size = Number.isNaN(note.size) ? undefined : note.size;
  const status = STATUS.get(note.outcome) ?? "unknown";
  return { name, size, status, code: status === "failed" ? failureOf(note).code : "" };
}
