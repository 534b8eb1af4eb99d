/** What is noted of a file. */
export interface Note {
  /** 64 bits for run and path. */
  readonly high: number;
  readonly low: number;
  /** Number of the stage process that said it. */
  readonly source: number;
  /** One of `OUTCOME`. */
  readonly outcome: number;
  /** Bytes; NaN if unknown. */
  readonly size: number;
  /** "" when it is not about a file. */
  readonly name: string;
  /** What else is told of a failure; else "". */
  readonly detail: string;
}

/** high, low, source, outcome, bytes of the name, bytes of the detail (4 each), size (8). */
const HEAD_BYTES = 32;

/** Used for each note anew. */
const shared = Buffer.allocUnsafeSlow(16 * 1024);

/** A note as it lies on disk. Valid only until the next one. */
export function encodeNote(note: Note): Uint8Array {
  const nameBytes = Buffer.byteLength(note.name);
  const detailBytes = note.detail === "" ? 0 : Buffer.byteLength(note.detail);
  const length = HEAD_BYTES + nameBytes + detailBytes;
  const bytes = length <= shared.length ? shared : Buffer.allocUnsafe(length);
  bytes.writeUInt32LE(note.low, 0);
  bytes.writeUInt32LE(note.high, 4);
  bytes.writeUInt32LE(note.source, 8);
  bytes.writeUInt32LE(note.outcome, 12);
  bytes.writeUInt32LE(nameBytes, 16);
  bytes.writeUInt32LE(detailBytes, 20);
  bytes.writeDoubleLE(note.size, 24);
  bytes.write(note.name, HEAD_BYTES);
  if (detailBytes > 0) bytes.write(note.detail, HEAD_BYTES + nameBytes);
  return bytes.subarray(0, length);
}

/** The whole notes that some bytes begin with. Each is valid only until the next one. */
export function* notesIn(bytes: Buffer): Generator<NoteView, void> {
  const view = new NoteView(bytes);
  for (let begin = 0; view.moveTo(begin); begin = view.end) yield view;
}

/** How many bytes the first of these notes has, which need not be there as a whole. */
export function lengthOfFirst(bytes: Buffer): number {
  const view = new NoteView(bytes);
  view.moveTo(0);
  return view.end;
}

/** Reads a note where it lies: one object for all notes of a chunk. */
export class NoteView {
  /** Where the note ends. */
  end = 0;
  readonly #bytes: Buffer;
  #begin = 0;
  #nameEnd = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** False when no whole note begins there. */
  moveTo(begin: number): boolean {
    if (begin + HEAD_BYTES > this.#bytes.length) return false;
    this.#begin = begin;
    this.#nameEnd = begin + HEAD_BYTES + this.#bytes.readUInt32LE(begin + 16);
    this.end = this.#nameEnd + this.#bytes.readUInt32LE(begin + 20);
    return this.end <= this.#bytes.length;
  }

  get bytes(): number {
    return this.end - this.#begin;
  }

  /** Run and path. */
  get key(): bigint {
    return this.#bytes.readBigUInt64LE(this.#begin);
  }

  get high(): number {
    return this.#bytes.readUInt32LE(this.#begin + 4);
  }

  get source(): number {
    return this.#bytes.readUInt32LE(this.#begin + 8);
  }

  get outcome(): number {
    return this.#bytes.readUInt32LE(this.#begin + 12);
  }

  get encoded(): Uint8Array {
    return this.#bytes.subarray(this.#begin, this.end);
  }

  decoded(): Note {
    const bytes = this.#bytes;
    const begin = this.#begin;
    return {
      high: this.high,
      low: bytes.readUInt32LE(begin),
      source: this.source,
      outcome: this.outcome,
      size: bytes.readDoubleLE(begin + 24),
      name: bytes.toString("utf8", begin + HEAD_BYTES, this.#nameEnd),
      detail: this.end === this.#nameEnd ? "" : bytes.toString("utf8", this.#nameEnd, this.end),
    };
  }
}
