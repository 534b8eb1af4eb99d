import type { WireName } from "../../ftp/names.ts";
import type { Retrieved } from "../../ftp/retrieve.ts";
import type { Session } from "../../ftp/session.ts";
import { Fault } from "../../records/fault.ts";
import type { IncomingRanges } from "../../sink/sink.ts";
import { JOINT_bytes, type Piece } from "./piece.ts";

/** What all streams of one file share. */
export interface StreamedFile {
  readonly path: WireName;
  readonly size: number;
  /** As in `Retrieval`. */
  readonly most: number;
  readonly incoming: IncomingRanges;
}

/** Who follows a stream. */
export interface StreamWatch {
  /** Bytes came: so many of this piece so far. Whether more are wanted. */
  cameSoFar(bytes: number): "more" | "enough";
}

/** Bytes of the file do not fit together: what was fetched of it is not to be relied on. */
export class Misfit extends Fault {
  constructor(offset: number) {
    super("protocol", `at byte ${offset} two parts of it do not fit together: does the server ignore REST?`);
  }
}

/**
 * Fetches a piece of a file, or as much of it as is wanted. Returns the file's size by what the server sent: another one than is known when it ends in
 * order before that, or goes past it. Rejects with a `Fault`, a `Misfit` where what came does not fit what is here.
 */
export async function streamPiece(
  session: Pick<Session, "retrieve">,
  piece: Piece,
  file: StreamedFile,
  watch: StreamWatch,
): Promise<number> {
  const { path, size, most, incoming } = file;
  const tail = await incoming.read(
    piece.from - Math.min(JOINT_bytes, piece.before),
    Math.min(JOINT_bytes, piece.before),
  );
  const from = piece.from - tail.length;
  const stream = new PieceStream(piece, file, tail);
  let isEnough = false;
  let retrieved: Retrieved;
  try {
    retrieved = await session.retrieve({
      path,
      from,
      expected: size,
      most,
      until: () => (isEnough || stream.sizeSeen !== size ? 0 : piece.until),
      chunk(offset, bytes) {
        const taking = stream.take(offset, bytes);
        isEnough = watch.cameSoFar(offset + bytes.length - from) === "enough";
        return taking;
      },
    });
  } finally {
    // All of it may be here although the transfer fails then: there was no last word on it, or it came too late.
    if (piece.state === "done") incoming.join(piece.end);
  }
  if (stream.sizeSeen !== size) return stream.sizeSeen;
  const isOther = retrieved.size > size || (piece.state === "under way" && !isEnough);
  return isOther ? retrieved.size : size;
}

/** The bytes of one stream, which are compared, held back or written, by where they belong. */
class PieceStream {
  /** Of the file, as far as it can be told from what came. */
  sizeSeen: number;
  readonly #piece: Piece;
  readonly #file: StreamedFile;
  /** Bytes just before the piece, which come first. */
  readonly #tail: Uint8Array;
  /** The piece's first bytes, until they are enough to count. */
  #head: Uint8Array = new Uint8Array(0);

  constructor(piece: Piece, file: StreamedFile, tail: Uint8Array) {
    this.#piece = piece;
    this.#file = file;
    this.#tail = tail;
    this.sizeSeen = file.size;
  }

  take(offset: number, bytes: Uint8Array): void | Promise<void> {
    if (this.#piece.state !== "under way") return;
    const here = this.#alreadyHere(offset, bytes);
    return here < bytes.length ? this.#prove(offset + here, bytes.subarray(here)) : undefined;
  }

  /** How many of these are of those just before the piece. Throws a `Misfit`. */
  #alreadyHere(offset: number, bytes: Uint8Array): number {
    const { from } = this.#piece;
    if (offset >= from) return 0;
    const expected = this.#tail.subarray(this.#tail.length - (from - offset)).subarray(0, bytes.length);
    if (Buffer.compare(expected, bytes.subarray(0, expected.length)) !== 0) throw new Misfit(from);
    return expected.length;
  }

  #prove(offset: number, bytes: Uint8Array): void | Promise<void> {
    const needed = this.#piece.unproven_bytes;
    if (needed === 0) return this.#put(offset, bytes);
    const before = this.#head.length;
    this.#head = Buffer.concat([this.#head, bytes]);
    if (this.#head.length < needed) return undefined;
    // A copy: a part of it would keep all that came in one go with it, until the file is here.
    this.#piece.prove(new Uint8Array(this.#head.subarray(0, needed)));
    this.#file.incoming.separate(this.#piece.from);
    return this.#put(offset - before, this.#head);
  }

  #put(offset: number, bytes: Uint8Array): void | Promise<void> {
    const { incoming, size } = this.#file;
    if (offset + bytes.length > size) {
      this.sizeSeen = offset + bytes.length;
      // Something may have come in between, and nobody compares the file's own end: none of it is taken.
      return undefined;
    }
    const taken = this.#piece.take(bytes.length);
    const rest = bytes.subarray(taken);
    if (rest.length > 0 && !this.#piece.compare(rest)) throw new Misfit(offset + taken);
    return taken > 0 ? incoming.write(offset, bytes.subarray(0, taken)) : undefined;
  }
}
