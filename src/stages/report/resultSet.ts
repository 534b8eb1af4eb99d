import { csvLines } from "./csvLines.ts";
import { jsonLines } from "./jsonLines.ts";
import type { ServerResult } from "./judge.ts";
import type { Note } from "./noteBytes.ts";
import type { OutcomeGroup } from "./outcomeKind.ts";
import type { OutcomeStore, StoredOutcomes } from "./outcomeStore.ts";
import { failureOf, outcomeOf, type ResultFailure, type ResultFile, type ResultOutcome } from "./outcomes.ts";
import { inPieces } from "./pieces.ts";
import { rowLines } from "./rowLines.ts";
import { tableLines } from "./tableLines.ts";

/** A server's row: 0 when all that was asked for is here, else 1; its files of this run; the folder that they are in. */
export type ResultRow = readonly [
  server: string,
  result: 0 | 1,
  number_of_files: number,
  buffer_path: string,
  files: readonly ResultFile[],
];

/** How a result set can be written. */
export type ResultFormat = "json" | "rows" | "table" | "csv";

/** For whose eyes it is written. */
export interface Look {
  readonly colours: boolean;
  /** Names are made safe for a terminal, where the format does not do so anyway. */
  readonly terminal: boolean;
}

/** What a result set is made of. */
export interface ResultSetParts {
  readonly store: OutcomeStore;
  /** In the configuration's order. */
  readonly servers: ReadonlyMap<ServerResult, StoredOutcomes>;
  readonly withUnchanged: boolean;
  /** Failures that name no server: the first ones. */
  readonly runFailures: readonly ResultFailure[];
  readonly runFailureCount: number;
  readonly code: number;
}

const PLAIN: Look = { colours: false, terminal: false };

/**
 * What a harvest came to: one row a server in a `for … of` loop, or text in one of the formats. Names of files are read from disk when
 * they are asked for; `close`, or the end of a block with `using`, frees them.
 */
export class ResultSet implements Iterable<ResultRow>, Disposable {
  /** In the configuration's order, without their files. */
  readonly servers: readonly ServerResult[];
  /** The exit code that the records stand for: 0, 1, 2, 3, 129, 130 or 143. */
  readonly code: number;
  readonly runFailures: readonly ResultFailure[];
  readonly runFailureCount: number;
  readonly #store: OutcomeStore;
  readonly #outcomes: ReadonlyMap<ServerResult, StoredOutcomes>;
  readonly #withUnchanged: boolean;

  constructor(parts: ResultSetParts) {
    this.servers = [...parts.servers.keys()];
    this.code = parts.code;
    this.runFailures = parts.runFailures;
    this.runFailureCount = parts.runFailureCount;
    this.#store = parts.store;
    this.#outcomes = parts.servers;
    this.#withUnchanged = parts.withUnchanged;
  }

  /** All went well. */
  get ok(): boolean {
    return this.code === 0;
  }

  /** One row a server, again and again until closed. Holds the files of one only; `files` holds none. */
  *[Symbol.iterator](): Generator<ResultRow, void> {
    for (const each of this.servers) {
      yield [each.server, each.result, this.numberOfFiles(each), each.folder, [...this.files(each)]];
    }
  }

  /** The whole text. For very many files rather take `lines`. */
  toString(format: ResultFormat = "json"): string {
    return [...this.lines(format)].join("");
  }

  /** The text in pieces, to be written one after another; no piece is large, however many files there are. */
  lines(format: ResultFormat, look: Look = PLAIN): Iterable<string> {
    return inPieces(LINES[format](this, look));
  }

  numberOfFiles({ fetched, unchanged }: ServerResult): number {
    return this.#withUnchanged ? fetched + unchanged : fetched;
  }

  /** Bytes of the files that are counted. */
  bytes({ fetchedBytes, unchangedBytes }: ServerResult): number {
    return this.#withUnchanged ? fetchedBytes + unchangedBytes : fetchedBytes;
  }

  /** The files of one of `servers` by name, one at a time. */
  *files(server: ServerResult): Generator<ResultFile, void> {
    if (this.numberOfFiles(server) === 0) return;
    for (const { name, size } of this.#sorted(server, "files")) yield [name, size];
  }

  /** All outcomes of one of `servers` by name, one at a time: what is not about a file first. */
  *outcomes(server: ServerResult): Generator<ResultOutcome, void> {
    for (const note of this.#sorted(server, "files", "failures", "others")) yield outcomeOf(note);
  }

  /** The failures of one of `servers` by name, one at a time: what is not about a file first. */
  *failures(server: ServerResult): Generator<ResultFailure, void> {
    for (const note of this.#sorted(server, "failures")) yield failureOf(note);
  }

  /** Gives the disk's space back; names can't be read any more. */
  close(): void {
    this.#store.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #sorted(server: ServerResult, ...groups: OutcomeGroup[]): Iterable<Note> {
    const outcomes = this.#outcomes.get(server);
    return outcomes === undefined ? [] : this.#store.sorted(outcomes, groups);
  }
}

const LINES: Readonly<Record<ResultFormat, (results: ResultSet, look: Look) => Iterable<string>>> = {
  json: jsonLines,
  rows: rowLines,
  csv: csvLines,
  table: tableLines,
};
