import type { Segments } from "../../config/segmentsKind.ts";

/** From which size on a file is fetched in pieces, and how small they may get. */
export interface PieceSizes {
  /** Where a number of segments was asked for, and where it is `auto`. */
  readonly from_bytes: { readonly number: number; readonly auto: number };
  readonly least_bytes: number;
  /** So long a session that another file waits for stays with a piece of which less than that has come. */
  readonly least_ms: number;
}

/**
 * A piece costs three round trips and what a line needs to get up to speed: at 20 MB/s and 50 ms, 4 MiB take a little longer than that. With
 * `auto` sessions that other files could use are asked for only where it saves seconds.
 */
export const PIECE_SIZES: PieceSizes = {
  from_bytes: { number: 16 * 1024 * 1024, auto: 64 * 1024 * 1024 },
  least_bytes: 4 * 1024 * 1024,
  least_ms: 3_000,
};

/** Whether and how files of one server are fetched in pieces. */
export class Segmenting {
  readonly #wanted: Segments;
  readonly #sizes: PieceSizes;
  #isTrusted = true;

  constructor(wanted: Segments, sizes = PIECE_SIZES) {
    this.#wanted = wanted;
    this.#sizes = sizes;
  }

  /** The server begins files where it is told to, as far as is known. */
  get isTrusted(): boolean {
    return this.#isTrusted;
  }

  get least_bytes(): number {
    return this.#sizes.least_bytes;
  }

  /** Whether what came of a piece, in that time, is worth its round trips. */
  isWorthIt(bytes: number, ms: number): boolean {
    const { least_bytes, least_ms } = this.#sizes;
    return bytes >= least_bytes || ms >= least_ms;
  }

  /** It refused REST, or sent bytes that did not fit together. */
  distrust(): void {
    this.#isTrusted = false;
  }

  /** Sessions for one file of so many bytes, where so many are allowed; 1: in one stream. */
  most(size: number, connections: number): number {
    const { from_bytes, least_bytes } = this.#sizes;
    const wanted = this.#wanted;
    if (!this.#isTrusted || size < from_bytes[wanted === "auto" ? "auto" : "number"]) return 1;
    return Math.min(wanted === "auto" ? connections : wanted, connections, Math.floor(size / least_bytes));
  }
}
