import type { Session } from "../../ftp/session.ts";
import type { Piece } from "./piece.ts";
import { type StreamedFile, type StreamWatch, streamPiece } from "./pieceStream.ts";
import type { Pieces } from "./pieces.ts";

/** The streams that fetch one file's pieces: what is to be begun still, what is under way, and what was seen of the file by that. */
export class Streams {
  readonly #file: StreamedFile;
  readonly #pieces: Pieces;
  readonly #whenOther: () => void;
  /** Pieces under way; those of them of which something came, and how many these were at most. */
  readonly #underWay = new Set<Piece>();
  readonly #coming = new Set<Piece>();
  #segments = 0;
  #size: number;
  #isEnding = false;
  #whenChanged: () => void = () => {};

  /** @param whenOther called where the file turns out to be another one, of another size */
  constructor(file: StreamedFile, pieces: Pieces, whenOther: () => void) {
    this.#file = file;
    this.#pieces = pieces;
    this.#whenOther = whenOther;
    this.#size = file.size;
  }

  /** Of the file, by what came. */
  get size(): number {
    return this.#size;
  }

  /** How many are under way. */
  get count(): number {
    return this.#underWay.size;
  }

  /** By how many at once something of the file came, at most. */
  get segments(): number {
    return this.#segments;
  }

  /** Nothing more is to be begun. */
  get isEnding(): boolean {
    return this.#isEnding;
  }

  /** There is nothing left to do, or it is not to be done. */
  get isOver(): boolean {
    return this.#isEnding || this.#pieces.areDone;
  }

  /** All of the file is here. */
  get areDone(): boolean {
    return this.#pieces.areDone;
  }

  /** Somebody more could help. */
  get canBeShared(): boolean {
    return this.#pieces.canBeShared;
  }

  /** As in `Pieces`. */
  next(sharers: number): Piece | undefined {
    return this.#pieces.next(sharers);
  }

  /** Rejects as `streamPiece` does. */
  async fetch(session: Pick<Session, "retrieve">, piece: Piece, watch: StreamWatch): Promise<void> {
    this.#underWay.add(piece);
    const cameSoFar: StreamWatch["cameSoFar"] = (bytes) => {
      this.#coming.add(piece);
      this.#segments = Math.max(this.#segments, this.#coming.size);
      return watch.cameSoFar(bytes);
    };
    try {
      const size = await streamPiece(session, piece, this.#file, { cameSoFar });
      if (size !== this.#file.size) {
        this.#size = size;
        this.#whenOther();
      }
    } finally {
      this.#underWay.delete(piece);
      this.#coming.delete(piece);
      piece.leave();
      this.#whenChanged();
    }
  }

  end(): void {
    this.#isEnding = true;
  }

  /** Resolves when a stream has ended, or by `wake`. One may wait. */
  changed(): Promise<void> {
    return new Promise((resolve) => (this.#whenChanged = resolve));
  }

  wake(): void {
    this.#whenChanged();
  }
}
