import { parseRecord } from "./parseRecord.ts";
import type { AnyRecord } from "./record.ts";

/** The longest line that is taken; a longer one is damaged input. Bounds what is held while a line comes in. */
export const MAX_LINE_BYTES = 16 * 1024 * 1024;

/** Where records and damaged lines go, in their order. */
export interface NdjsonSink {
  record(record: AnyRecord): void;
  /** A line that is no record: its number (from 1) and why. */
  damaged(line: number, why: string): void;
}

/** What is known at the end of the input. */
export interface NdjsonEnd {
  /** The last newline is missing. It is written last at an orderly end, so the writer was cut. */
  readonly unterminated: boolean;
  readonly bytes: number;
  /** Lines, blank and damaged ones included. */
  readonly lines: number;
}

const NEWLINE = 0x0a;
const CLOSING_BRACE = 0x7d;
/** A buffer for the beginning of a line is kept up to this size; one that a rare long line needed is given back. */
const KEPT_BYTES = 256 * 1024;

/**
 * NDJSON from chunks of bytes. Only `\n` ends a line: U+2028, which readline takes for an end too, may stand in JSON. A carriage
 * return before it and blank lines are let pass. A damaged line costs that line and no other.
 */
export class NdjsonReader {
  readonly #sink: NdjsonSink;
  // Broken UTF-8 must not become U+FFFD: the record would name another file.
  readonly #decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  /** The beginning of a line whose end has not come. */
  #rest = Buffer.alloc(0);
  #restBytes = 0;
  /** The line is too long: its bytes are dropped until the next newline. */
  #skipping = false;
  /** The line's record was taken in a silence; only its newline may follow. */
  #taken = false;
  #triedBytes = 0;
  /** The record that the sink is taking right now, and its line. */
  #passing: AnyRecord | undefined;
  #line = "";
  #bytes = 0;
  #lines = 0;

  constructor(sink: NdjsonSink) {
    this.#sink = sink;
  }

  /** Takes the next bytes; they may be reused when it returns. */
  push(chunk: Uint8Array): void {
    this.#bytes += chunk.length;
    const lastNewline = chunk.lastIndexOf(NEWLINE);
    if (lastNewline === -1) return this.#keep(chunk);
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const begun = this.#restBytes > 0 || this.#skipping || this.#taken;
    const from = begun ? bytes.indexOf(NEWLINE) + 1 : 0;
    if (begun) {
      this.#keep(bytes.subarray(0, from - 1));
      this.#endLine();
    }
    if (lastNewline >= from) this.#wholeLines(bytes.subarray(from, lastNewline));
    this.#keep(bytes.subarray(lastNewline + 1));
  }

  /**
   * To be called when no input has come for a moment: a record whose newline is still to come with the next one is taken now. What
   * comes next must be that newline, else the line counts as damaged.
   */
  silence(): void {
    const bytes = this.#rest.subarray(0, this.#restBytes);
    // Each byte more may be the last of a long line: only look again when it can be whole.
    if (this.#taken || bytes.length === this.#triedBytes || bytes.at(-1) !== CLOSING_BRACE) return;
    this.#triedBytes = bytes.length;
    const text = this.#decode(bytes);
    const record = parseRecord(text);
    if (typeof record === "string") return;
    this.#forget();
    this.#taken = true;
    this.#pass(record, text);
  }

  /** The input is over. A last line without its newline is still taken when it is whole. */
  end(): NdjsonEnd {
    const unterminated = this.#restBytes > 0 || this.#skipping || this.#taken;
    if (unterminated) this.#endLine();
    return { unterminated, bytes: this.#bytes, lines: this.#lines };
  }

  /**
   * The line of the record that the sink is taking right now, letter by letter: who hands that record on need not write it anew, which
   * costs as much as reading it, and changes no number or spacing of others. Undefined for any other record, and where a line
   * may not be handed on as it is: its type does not come first, or it has control characters between its values.
   */
  lineOf(record: AnyRecord): string | undefined {
    return record === this.#passing && isAsWeWrite(this.#line) ? this.#line : undefined;
  }

  #wholeLines(bytes: Buffer): void {
    // One decoding for all lines of a chunk; when it fails, or a line may be too long, each is looked at by itself.
    const text = bytes.length > MAX_LINE_BYTES ? undefined : this.#decode(bytes);
    if (text !== undefined) {
      for (const line of text.split("\n")) this.#take(line);
      return;
    }
    for (let from = 0; from <= bytes.length; ) {
      const newline = bytes.indexOf(NEWLINE, from);
      const to = newline === -1 ? bytes.length : newline;
      this.#lineOfBytes(bytes.subarray(from, to));
      from = to + 1;
    }
  }

  /** The line that was begun in an earlier chunk is over. */
  #endLine(): void {
    const bytes = this.#rest.subarray(0, this.#restBytes);
    if (this.#skipping) this.#damaged(TOO_LONG);
    else if (this.#taken && !isBlank(bytes.toString("latin1"))) this.#damaged("more bytes after the end of a record");
    else if (this.#taken) this.#lines++;
    else this.#lineOfBytes(bytes);
    this.#forget();
    this.#skipping = false;
    this.#taken = false;
  }

  #lineOfBytes(bytes: Uint8Array): void {
    if (bytes.length > MAX_LINE_BYTES) this.#damaged(TOO_LONG);
    else this.#take(this.#decode(bytes));
  }

  #take(spelled: string | undefined): void {
    // Windows tools begin a file with a byte order mark, and `cat` puts files in a row.
    const text = spelled?.startsWith("\ufeff") ? spelled.slice(1) : spelled;
    if (text !== undefined && isBlank(text)) {
      this.#lines++;
      return;
    }
    const record = parseRecord(text);
    if (typeof record === "string") return this.#damaged(record);
    this.#lines++;
    this.#pass(record, text);
  }

  #pass(record: AnyRecord, line = ""): void {
    this.#passing = record;
    // Windows ends its lines with it: it belongs to the end, not to the record.
    this.#line = line.endsWith("\r") ? line.slice(0, -1) : line;
    this.#sink.record(record);
    this.#passing = undefined;
    this.#line = "";
  }

  #damaged(why: string): void {
    this.#lines++;
    this.#sink.damaged(this.#lines, why);
  }

  #decode(bytes: Uint8Array): string | undefined {
    try {
      return this.#decoder.decode(bytes);
    } catch {
      return undefined;
    }
  }

  #keep(bytes: Uint8Array): void {
    if (this.#skipping || bytes.length === 0) return;
    const needed = this.#restBytes + bytes.length;
    if (needed > MAX_LINE_BYTES) {
      this.#forget();
      this.#skipping = true;
      return;
    }
    if (needed > this.#rest.length) {
      // Twice as much each time, so that a long line in small chunks costs no more than its length.
      const larger = Buffer.allocUnsafeSlow(Math.max(needed, Math.min(this.#rest.length * 2, MAX_LINE_BYTES)));
      this.#rest.copy(larger, 0, 0, this.#restBytes);
      this.#rest = larger;
    }
    this.#rest.set(bytes, this.#restBytes);
    this.#restBytes = needed;
  }

  #forget(): void {
    this.#restBytes = 0;
    this.#triedBytes = 0;
    if (this.#rest.length > KEPT_BYTES) this.#rest = Buffer.alloc(0);
  }
}

const TOO_LONG = `longer than ${MAX_LINE_BYTES / 1024 / 1024} MiB`;

/** The type is first, and between values there are no control characters, which JSON may have there and a terminal obeys. */
function isAsWeWrite(line: string): boolean {
  return line.startsWith('{"type"') && !line.includes("\t") && !line.includes("\r");
}

/** What JSON takes for white space. */
function isBlank(text: string): boolean {
  return /^[ \t\r]*$/.test(text);
}
