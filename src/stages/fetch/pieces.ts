import { type Gap, Gaps, type GapsRequest } from "./gaps.ts";
import { Piece } from "./piece.ts";

export interface PiecesRequest extends GapsRequest {
  /** No smaller part is cut off; at least `JOINT_bytes`. */
  readonly least_bytes: number;
}

/** Among how many a piece is divided for a session that has fetched one and comes for more: two. */
export const SHARERS_AGAIN = 2;

/**
 * Who fetches which part of one file. A piece that is cut off from another one's end counts when its first bytes are here: until then the other one
 * goes on, past its beginning if need be. Whoever comes to the beginning of a piece, or of what was here, goes on for some bytes, which must be the same.
 */
export class Pieces {
  readonly #gaps: Gaps;
  readonly #least_bytes: number;

  constructor(request: PiecesRequest) {
    this.#gaps = new Gaps(request);
    this.#least_bytes = request.least_bytes;
  }

  get areDone(): boolean {
    return this.#gaps.list.length === 0;
  }

  /** Somebody more could help. */
  get canBeShared(): boolean {
    return this.#gaps.list.some((gap) => gap.piece === undefined || this.#canBeCut(gap));
  }

  /**
   * A piece for one who has nothing to do: what nobody fetches, else the end of the largest one under way, which then is divided among
   * so many. Undefined where that is too small.
   */
  next(sharers: number): Piece | undefined {
    const free = largest(this.#gaps.list.filter(({ piece }) => piece === undefined));
    if (free !== undefined) {
      const before = this.#gaps.bytesBefore(free);
      return new Piece(this.#gaps, free, before === 0 && free.from > 0 ? "unproven" : before);
    }
    const whole = largest(this.#gaps.list.filter((gap) => this.#canBeCut(gap)));
    if (whole === undefined) return undefined;
    const share = Math.floor((whole.to - whole.from) / sharers);
    const at = whole.from + Math.min(Math.max(share, this.#least_bytes), whole.to - whole.from - this.#least_bytes);
    return new Piece(this.#gaps, this.#gaps.cut(whole, at), "unproven");
  }

  #canBeCut({ from, to }: Gap): boolean {
    return to - from >= 2 * this.#least_bytes;
  }
}

function largest(gaps: readonly Gap[]): Gap | undefined {
  return gaps.toSorted((one, other) => other.to - other.from - (one.to - one.from))[0];
}
