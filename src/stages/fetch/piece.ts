import { type Gap, type Gaps, NOTHING } from "./gaps.ts";

/** As much is fetched twice where two pieces meet, and held against each other: enough to be told from another place of the file. */
export const JOINT_bytes = 4 * 1024;

/** What one stream fetches: a gap, for as long as it is this stream's. Its end may move meanwhile. */
export class Piece {
  /** Where what it fetches begins, and how many bytes just before are here. */
  readonly from: number;
  readonly before: number;
  readonly #gaps: Gaps;
  readonly #gap: Gap;
  #isProven: boolean;
  /** Bytes behind its end that were the same. */
  #compared = 0;
  #state: "under way" | "done" | "given up" = "under way";

  constructor(gaps: Gaps, gap: Gap, before: number | "unproven") {
    this.from = gap.from;
    this.before = before === "unproven" ? 0 : before;
    this.#isProven = before !== "unproven";
    this.#gaps = gaps;
    this.#gap = gap;
    gap.piece = this;
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
    const head = this.#gaps.headBehind(this.#gap);
    return head === undefined ? this.#gaps.size : this.#gap.to + head.length;
  }

  /** It needs so many bytes before any of them counts; 0 when it does. */
  get unproven_bytes(): number {
    return this.#isProven ? 0 : Math.min(JOINT_bytes, this.left);
  }

  /** Its first bytes are here. */
  prove(head: Uint8Array): void {
    this.#isProven = true;
    this.#gaps.prove(this.#gap, head);
  }

  /** Some bytes came, in their order: how many of them are to be written. Those behind them are to be compared. */
  take(length: number): number {
    let taken = 0;
    while (taken < length && this.#gaps.goOn(this.#gap)) {
      const some = Math.min(length - taken, this.left);
      this.#gap.from += some;
      taken += some;
    }
    this.#closeIfDone();
    return taken;
  }

  /** Bytes behind its end, in their order: whether they are those that are there. */
  compare(bytes: Uint8Array): boolean {
    const head = this.#gaps.headBehind(this.#gap) ?? NOTHING;
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
    this.#gaps.leave(this.#gap);
  }

  /** For `Gaps`: another one has come past its beginning. */
  giveUp(): void {
    this.#state = "given up";
  }

  #closeIfDone(): void {
    if (this.#state !== "under way" || this.#gap.from < this.#gap.to) return;
    const head = this.#gaps.headBehind(this.#gap);
    if (head === undefined || this.#compared < head.length) return;
    this.#state = "done";
    this.#gaps.close(this.#gap);
  }
}
