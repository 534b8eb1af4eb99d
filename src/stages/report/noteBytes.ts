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
  const detailBytes = Buffer.byteLength(note.detail);
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
  bytes.write(note.detail, HEAD_BYTES + nameBytes);
  return bytes.subarray(0, length);
}

/** The whole notes that some bytes begin with. Each is valid only until the next one. */
export function* notesIn(bytes: Buffer): Generator<NoteView, void> {
  const view = new NoteView(bytes);
  while (view.begin + HEAD_BYTES <= bytes.length && view.end <= bytes.length) {
    yield view;
    view.begin = view.end;
  }
}

/** How many bytes the first of these notes has. */
export function lengthOfFirst(bytes: Buffer): number {
  return new NoteView(bytes).end;
}

/** Reads a note where it lies: one object for all notes of a chunk. */
export class NoteView {
  begin = 0;
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get end(): number {
    return this.#nameEnd + this.#bytes.readUInt32LE(this.begin + 20);
  }

  /** Run and path. */
  get key(): bigint {
    return this.#bytes.readBigUInt64LE(this.begin);
  }

  get high(): number {
    return this.#bytes.readUInt32LE(this.begin + 4);
  }

  get source(): number {
    return this.#bytes.readUInt32LE(this.begin + 8);
  }

  get outcome(): number {
    return this.#bytes.readUInt32LE(this.begin + 12);
  }

  get encoded(): Uint8Array {
    return this.#bytes.subarray(this.begin, this.end);
  }

  decoded(): Note {
    const { high, source, outcome } = this;
    return {
      high,
      low: this.#bytes.readUInt32LE(this.begin),
      source,
      outcome,
      size: this.#bytes.readDoubleLE(this.begin + 24),
      name: this.#bytes.toString("utf8", this.begin + HEAD_BYTES, this.#nameEnd),
      detail: this.#bytes.toString("utf8", this.#nameEnd, this.end),
    };
  }

  get #nameEnd(): number {
    return this.begin + HEAD_BYTES + this.#bytes.readUInt32LE(this.begin + 16);
  }
}
