import { csvLines } from "./csvLines.ts";
import { jsonLines } from "./jsonLines.ts";
import type { ServerResult } from "./judge.ts";
import {
  failuresOf,
  filesOf,
  outcomesOf,
  type ResultFailure,
  type ResultFile,
  type ResultOutcome,
} from "./outcomes.ts";
import { rowLines } from "./rowLines.ts";
import type { Spool } from "./spool.ts";
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
  readonly spool: Spool;
  /** In the configuration's order. */
  readonly servers: readonly ServerResult[];
  readonly withUnchanged: boolean;
  /** Failures that name no server: the first ones. */
  readonly runFailures: readonly ResultFailure[];
  readonly runFailureCount: number;
  readonly code: number;
}

const PLAIN: Look = { colours: false, terminal: false };

/**
 * What a harvest came to. Names of files are read from disk when they are asked for, those of one server at a time; `close` frees
 * them.
 */
export class ResultSet {
  /** In the configuration's order, without their files. */
  readonly servers: readonly ServerResult[];
  /** The exit code that the records stand for: 0, 1, 2, 3, 130 or 143. */
  readonly code: number;
  readonly runFailures: readonly ResultFailure[];
  readonly runFailureCount: number;
  readonly #spool: Spool;
  readonly #withUnchanged: boolean;

  constructor(parts: ResultSetParts) {
    this.servers = parts.servers;
    this.code = parts.code;
    this.runFailures = parts.runFailures;
    this.runFailureCount = parts.runFailureCount;
    this.#spool = parts.spool;
    this.#withUnchanged = parts.withUnchanged;
  }

  /** All went well. */
  get ok(): boolean {
    return this.code === 0;
  }

  /** One row a server. Holds the files of one only; can be walked again until closed. */
  get rows(): Iterable<ResultRow> {
    const rows = () => this.#rows();
    return { [Symbol.iterator]: rows };
  }

  /** The text of the result set in pieces, to be written one after another; no piece is large. */
  lines(format: ResultFormat, look: Look = PLAIN): Iterable<string> {
    return LINES[format](this, look);
  }

  numberOfFiles({ fetched, unchanged }: ServerResult): number {
    return this.#withUnchanged ? fetched + unchanged : fetched;
  }

  /** Bytes of the files that are counted. */
  bytes({ fetchedBytes, unchangedBytes }: ServerResult): number {
    return this.#withUnchanged ? fetchedBytes + unchangedBytes : fetchedBytes;
  }

  /** By name. */
  outcomes({ chain }: ServerResult): readonly ResultOutcome[] {
    return outcomesOf(this.#spool, chain, this.#withUnchanged);
  }

  /** The first ones by name. */
  failures({ chain }: ServerResult, most: number): readonly ResultFailure[] {
    return failuresOf(this.#spool, chain, most);
  }

  /** Gives the disk's space back; rows and lines can't be read any more. */
  close(): void {
    this.#spool.close();
  }

  *#rows(): Generator<ResultRow> {
    for (const each of this.servers) {
      const files = filesOf(this.#spool, each.chain, this.#withUnchanged);
      yield [each.server, each.result, this.numberOfFiles(each), each.folder, files];
    }
  }
}

const LINES: Readonly<Record<ResultFormat, (results: ResultSet, look: Look) => Iterable<string>>> = {
  json: jsonLines,
  rows: rowLines,
  csv: csvLines,
  table: tableLines,
};
