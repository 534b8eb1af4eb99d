/** What is noted of a file. */
export interface Note {
  /** 64 bits for run and path, from `hashInto`: so seldom the same for two files that nothing else is compared. */
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

/** low, high, source, outcome, bytes of the name, bytes of the detail (4 each), size (8). */
const HEAD_BYTES = 32;
/** Of UTF-8 for a code unit of a string. */
const MOST_BYTES_A_UNIT = 3;

/** A note takes no more. */
export function mostBytes({ name, detail }: Note): number {
  return HEAD_BYTES + MOST_BYTES_A_UNIT * (name.length + detail.length);
}

/** The head is made here and copied: seven calls of a `Buffer` for each note take four times as long. */
const headBytes = new Uint8Array(HEAD_BYTES);
const headView = new DataView(headBytes.buffer);

/** Writes a note as it lies on disk, where there is room for `mostBytes`. Returns its end. */
export function writeNote(note: Note, into: Buffer, begin: number): number {
  const nameBegin = begin + HEAD_BYTES;
  const nameBytes = into.write(note.name, nameBegin);
  const detailBytes = note.detail === "" ? 0 : into.write(note.detail, nameBegin + nameBytes);
  headView.setUint32(0, note.low, true);
  headView.setUint32(4, note.high, true);
  headView.setUint32(8, note.source, true);
  headView.setUint32(12, note.outcome, true);
  headView.setUint32(16, nameBytes, true);
  headView.setUint32(20, detailBytes, true);
  headView.setFloat64(24, note.size, true);
  into.set(headBytes, begin);
  return nameBegin + nameBytes + detailBytes;
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
  readonly #heads: DataView;
  #begin = 0;
  #nameEnd = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#heads = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** False when no whole note begins there. */
  moveTo(begin: number): boolean {
    if (begin + HEAD_BYTES > this.#bytes.length) return false;
    this.#begin = begin;
    this.#nameEnd = begin + HEAD_BYTES + this.#heads.getUint32(begin + 16, true);
    this.end = this.#nameEnd + this.#heads.getUint32(begin + 20, true);
    return this.end <= this.#bytes.length;
  }

  get bytes(): number {
    return this.end - this.#begin;
  }

  /** Run and path, with `high`. */
  get low(): number {
    return this.#heads.getUint32(this.#begin, true);
  }

  get high(): number {
    return this.#heads.getUint32(this.#begin + 4, true);
  }

  get source(): number {
    return this.#heads.getUint32(this.#begin + 8, true);
  }

  get outcome(): number {
    return this.#heads.getUint32(this.#begin + 12, true);
  }

  /** NaN if unknown. */
  get size(): number {
    return this.#heads.getFloat64(this.#begin + 24, true);
  }

  get encoded(): Uint8Array {
    return this.#bytes.subarray(this.#begin, this.end);
  }

  decoded(): Note {
    const bytes = this.#bytes;
    const begin = this.#begin;
    return {
      high: this.high,
      low: this.low,
      source: this.source,
      outcome: this.outcome,
      size: this.size,
      name: bytes.toString("utf8", begin + HEAD_BYTES, this.#nameEnd),
      detail: this.end === this.#nameEnd ? "" : bytes.toString("utf8", this.#nameEnd, this.end),
    };
  }
}
