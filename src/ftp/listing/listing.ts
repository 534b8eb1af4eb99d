import { parseDosLine } from "./dos.ts";
import type { Entry, LineParser } from "./entry.ts";
import { ListingLines } from "./lines.ts";
import { parseMlsdLine } from "./mlsd.ts";
import { parseUnixLine } from "./unix.ts";

interface ListingReaderOptions {
  /** Which command was answered: MLSD, or LIST in the server's own style. */
  readonly format: "mlsd" | "list";
  /** For dates without a year. */
  readonly now: Date;
}

/** Names have 255 bytes, links' targets 4096, facts some hundred: a line beyond this is not a listing's. */
const MAX_LINE_BYTES = 16 * 1024;

/** Enough of a line to see what a server sends. */
const SAMPLE_CHARACTERS = 200;

/**
 * Reads one directory's listing as its bytes come and hands on the entries. A listing is whole only if `rejected` is 0 at its
 * end: a name with LF in it makes two lines that nobody can read. It is not known here whether the server sent all; that is in its
 * final reply.
 */
export class ListingReader {
  /** Lines with content, whatever they hold. Also `.` and `..` are lines: 0 after `LIST -a` may mean "not readable". */
  lines = 0;
  /** Of them those with nothing but a sum. */
  sums = 0;
  /** Lines that nobody can read. */
  rejected = 0;
  /** How the first rejected line begins, as latin1 and as it came: make it printable before it is shown. */
  rejectedSample: string | undefined;
  /** Entries handed on. */
  entries = 0;

  readonly #now: Date;
  readonly #lines: ListingLines;
  /** In the order in which they are tried: the one that read a line last comes first. */
  #parsers: readonly LineParser[];

  constructor(options: ListingReaderOptions) {
    this.#now = options.now;
    this.#parsers = options.format === "mlsd" ? [parseMlsdLine] : [parseUnixLine, parseDosLine];
    this.#lines = new ListingLines({ maxLineBytes: MAX_LINE_BYTES, onOverlong: (head) => this.#overlong(head) });
  }

  push(chunk: Uint8Array, onEntry: (entry: Entry) => void): void {
    this.#lines.push(chunk, (line) => this.#line(line, onEntry));
  }

  /** The data connection has ended; a last line without a line end may still yield an entry. */
  end(onEntry: (entry: Entry) => void): void {
    this.#lines.end((line) => this.#line(line, onEntry));
  }

  #line(line: string, onEntry: (entry: Entry) => void): void {
    if (line === "") return;
    this.lines++;
    const parsed = this.#parse(line);
    if (parsed === "rejected") this.#reject(line);
    else if (parsed === "sum") this.sums++;
    else if (parsed !== "ignored") {
      this.entries++;
      onEntry(parsed);
    }
  }

  #parse(line: string): ReturnType<LineParser> {
    for (const parser of this.#parsers) {
      const parsed = parser(line, this.#now);
      if (parsed === "rejected") continue;
      if (parser !== this.#parsers[0]) this.#parsers = [parser, ...this.#parsers.filter((other) => other !== parser)];
      return parsed;
    }
    return "rejected";
  }

  #overlong(head: string): void {
    this.lines++;
    this.#reject(head);
  }

  #reject(line: string): void {
    this.rejected++;
    this.rejectedSample ??= line.slice(0, SAMPLE_CHARACTERS);
  }
}
