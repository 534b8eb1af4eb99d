/** How long lines may be, and what is told of those that are longer. */
interface ListingLinesOptions {
  /** Bytes, without the line end. Not more than this is held from chunk to chunk. */
  readonly maxLineBytes: number;
  /** Called once for each line that is longer, at its end, with what it begins with. */
  readonly onOverlong?: (head: string) => void;
}

/**
 * Cuts a stream of bytes into lines, as latin1: one character a byte. A line ends at LF; one CR before it belongs to the line end,
 * any other CR to a name. Chunks may be cut anywhere, also between CR and LF.
 */
export class ListingLines {
  readonly #maxLineBytes: number;
  readonly #onOverlong: (head: string) => void;
  #rest = "";
  #overlong = false;

  constructor(options: ListingLinesOptions) {
    this.#maxLineBytes = options.maxLineBytes;
    this.#onOverlong = options.onOverlong ?? (() => {});
  }

  push(chunk: Uint8Array, onLine: (line: string) => void): void {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      this.#pushText(bytes.toString("latin1", at, at + PIECE_BYTES), onLine);
    }
  }

  #pushText(text: string, onLine: (line: string) => void): void {
    let from = 0;
    for (let end = text.indexOf(LF); end >= 0; end = text.indexOf(LF, from)) {
      this.#hold(text, from, end);
      this.#finish(onLine);
      from = end + 1;
    }
    this.#hold(text, from, text.length);
  }

  /** The last line, where a server ends it without a line end. */
  end(onLine: (line: string) => void): void {
    if (this.#rest !== "") this.#finish(onLine);
  }

  #hold(text: string, from: number, to: number): void {
    const room = this.#maxLineBytes + CR.length - this.#rest.length;
    if (to - from > room) this.#overlong = true;
    this.#rest += text.slice(from, Math.min(to, from + room));
  }

  #finish(onLine: (line: string) => void): void {
    const line = this.#rest.endsWith(CR) ? this.#rest.slice(0, -CR.length) : this.#rest;
    const overlong = this.#overlong || line.length > this.#maxLineBytes;
    this.#rest = "";
    this.#overlong = false;
    if (overlong) this.#onOverlong(line.slice(0, this.#maxLineBytes));
    else onLine(line);
  }
}

/**
 * Bytes are made text some ten lines at a time: a call into Node.js for each line takes half a microsecond more. Not more of them: a line, and
 * any part that is cut from it, holds on to all of its piece.
 */
const PIECE_BYTES = 1024;

const LF = "\n";
const CR = "\r";
