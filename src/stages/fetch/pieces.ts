import type { Range } from "../../sink/ranges.ts";

/** As much is fetched twice where two pieces meet, and held against each other: enough to be told from another place of the file. */
export const JOINT_bytes = 4 * 1024;

/** Bytes of the file that are not here, with who fetches them. */
interface Gap {
  /** The next byte that is missing. */
  from: number;
  to: number;
  piece: Piece | undefined;
}

export interface PiecesRequest {
  /** Of the file. */
  readonly size: number;
  /** What is here from the start. */
  readonly held: readonly Range[];
  /** The first bytes of those ranges, by their offsets. */
  readonly heads: ReadonlyMap<number, Uint8Array>;
  /** No smaller part is cut off; at least `JOINT_bytes`. */
  readonly least_bytes: number;
}

/**
 * Who fetches which part of one file. A piece that is cut off from another one's end counts when its first bytes are here: until then the other one
 * goes on, past its beginning if need be. Whoever comes to the beginning of a piece, or of what was here, goes on for some bytes, which must be the same.
 */
export class Pieces {
  readonly #size: number;
  readonly #least_bytes: number;
  /** In their order. One without a byte is a joint that nobody has looked at. */
  readonly #gaps: Gap[] = [];
  readonly #heads: Map<number, Uint8Array>;

  constructor({ size, held, heads, least_bytes }: PiecesRequest) {
    this.#size = size;
    this.#least_bytes = least_bytes;
    this.#heads = new Map(heads);
    let here = 0;
    for (const { from, to } of held) {
      if (from > 0) this.#gaps.push({ from: here, to: from, piece: undefined });
      here = to;
    }
    if (here < size) this.#gaps.push({ from: here, to: size, piece: undefined });
  }

  get areDone(): boolean {
    return this.#gaps.length === 0;
  }

  /** Somebody more could help. */
  get canBeShared(): boolean {
    return this.#gaps.some((gap) => gap.piece === undefined || this.#canBeCut(gap));
  }

  /**
   * A piece for one who has nothing to do: what nobody fetches, else the end of the largest one under way, which then is divided among
   * so many. Undefined where that is too small.
   */
  next(sharers: number): Piece | undefined {
    const free = largest(this.#gaps.filter(({ piece }) => piece === undefined));
    if (free !== undefined) {
      const before = this.#bytesBefore(free);
      free.piece = new Piece(this, free, before === 0 && free.from > 0 ? "unproven" : before);
      return free.piece;
    }
    const whole = largest(this.#gaps.filter((gap) => this.#canBeCut(gap)));
    if (whole === undefined) return undefined;
    const share = Math.floor((whole.to - whole.from) / sharers);
    const at = whole.from + Math.min(Math.max(share, this.#least_bytes), whole.to - whole.from - this.#least_bytes);
    const cut: Gap = { from: at, to: whole.to, piece: undefined };
    whole.to = at;
    this.#gaps.splice(this.#gaps.indexOf(whole) + 1, 0, cut);
    cut.piece = new Piece(this, cut, "unproven");
    return cut.piece;
  }

  /** For `Piece`: bytes at the beginning of what it fetches are here. */
  prove({ from }: Gap, head: Uint8Array): void {
    this.#heads.set(from, head);
  }

  /** For `Piece`: goes past its end where nobody has begun behind it. Whether there is something left to fetch. */
  goOn(gap: Gap): boolean {
    while (gap.from === gap.to) {
      const next = this.#behind(gap);
      if (next === undefined) return false;
      this.#absorb(gap, next);
    }
    return true;
  }

  /** For `Piece`: the bytes that must come once more behind its end; none at the file's end; undefined where nobody has begun there. */
  headBehind(gap: Gap): Uint8Array | undefined {
    if (gap.to === this.#size) return NOTHING;
    return this.#behind(gap) === undefined ? this.#heads.get(gap.to) : undefined;
  }

  /** For `Piece`: all of it is here, and fits to what is behind it. */
  close(gap: Gap): void {
    this.#gaps.splice(this.#gaps.indexOf(gap), 1);
  }

  /** For `Piece`: somebody else is to fetch what is missing of it. */
  leave(gap: Gap): void {
    const place = this.#gaps.indexOf(gap);
    if (place === -1) return;
    gap.piece = undefined;
    const before = this.#gaps[place - 1];
    if (before !== undefined && this.#behind(before) === gap) this.#absorb(before, gap);
  }

  get size(): number {
    return this.#size;
  }

  /** The gap that begins where this one ends, if nothing of it is here. */
  #behind(gap: Gap): Gap | undefined {
    const next = this.#gaps[this.#gaps.indexOf(gap) + 1];
    return next?.from === gap.to && !this.#heads.has(next.from) ? next : undefined;
  }

  #absorb(gap: Gap, next: Gap): void {
    gap.to = next.to;
    next.piece?.giveUp();
    this.close(next);
  }

  #canBeCut({ from, to }: Gap): boolean {
    return to - from >= 2 * this.#least_bytes;
  }

  #bytesBefore(gap: Gap): number {
    return gap.from - (this.#gaps[this.#gaps.indexOf(gap) - 1]?.to ?? 0);
  }
}

const NOTHING = new Uint8Array(0);

function largest(gaps: readonly Gap[]): Gap | undefined {
  return gaps.toSorted((one, other) => other.to - other.from - (one.to - one.from))[0];
}

/** What one stream fetches. Its end may move while it does. */
export class Piece {
  /** Where what it fetches begins, and how many bytes just before are here. */
  readonly from: number;
  readonly before: number;
  readonly #pieces: Pieces;
  readonly #gap: Gap;
  #isProven: boolean;
  /** Bytes behind its end that were the same. */
  #compared = 0;
  #state: "under way" | "done" | "given up" = "under way";

  constructor(pieces: Pieces, gap: Gap, before: number | "unproven") {
    this.from = gap.from;
    this.before = before === "unproven" ? 0 : before;
    this.#isProven = before !== "unproven";
    this.#pieces = pieces;
    this.#gap = gap;
  }

  /** `given up`: another one fetches it. */
  get state(): "under way" | "done" | "given up" {
    return this.#state;
  }

  /** Bytes of it that are missing still. */
  get left(): number {
    return this.#gap.to - this.#gap.from;
  }

  get end(): number {
    return this.#gap.to;
  }

  /** Where a stream may be ended, as far as is known now. */
  get until(): number {
    if (this.#state !== "under way") return 0;
    const head = this.#pieces.headBehind(this.#gap);
    return head === undefined ? this.#pieces.size : this.#gap.to + head.length;
  }

  /** It needs so many bytes before any of them counts; 0 when it does. */
  get unproven_bytes(): number {
    return this.#isProven ? 0 : Math.min(JOINT_bytes, this.left);
  }

  /** Its first bytes are here. */
  prove(head: Uint8Array): void {
    this.#isProven = true;
    this.#pieces.prove(this.#gap, head);
  }

  /** Some bytes came, in their order: how many of them are to be written. Those behind them are to be compared. */
  take(length: number): number {
    let taken = 0;
    while (taken < length && this.#pieces.goOn(this.#gap)) {
      const some = Math.min(length - taken, this.left);
      this.#gap.from += some;
      taken += some;
    }
    this.#closeIfDone();
    return taken;
  }

  /** Bytes behind its end, in their order: whether they are those that are there. */
  compare(bytes: Uint8Array): boolean {
    const head = this.#pieces.headBehind(this.#gap) ?? NOTHING;
    const expected = head.subarray(this.#compared, this.#compared + bytes.length);
    this.#compared += expected.length;
    if (Buffer.compare(expected, bytes.subarray(0, expected.length)) !== 0) return false;
    this.#closeIfDone();
    return true;
  }

  /** Whoever fetches it stops: it is free for others, unless all of it is here. */
  leave(): void {
    if (this.#state !== "under way") return;
    this.#state = "given up";
    this.#pieces.leave(this.#gap);
  }

  /** For `Pieces`: another one has come past its beginning. */
  giveUp(): void {
    this.#state = "given up";
  }

  #closeIfDone(): void {
    if (this.#state !== "under way" || this.#gap.from < this.#gap.to) return;
    const head = this.#pieces.headBehind(this.#gap);
    if (head === undefined || this.#compared < head.length) return;
    this.#state = "done";
    this.#pieces.close(this.#gap);
  }
}
