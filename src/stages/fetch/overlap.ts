import { Fault } from "../../records/fault.ts";
import type { Incoming } from "../../sink/sink.ts";

/** As much of what is here is asked for once more: enough to be told from the file's beginning, and no cost beside REST's round trip. */
const OVERLAP_bytes = 4 * 1024;

/**
 * The end of the bytes that are here, held against what a server sends from there on. There are servers that answer REST with 350 and begin at
 * 0 all the same: their bytes would be put behind those that are here, and kept for the next try when the line breaks before the size tells.
 */
export class Overlap {
  /** Where to begin. */
  readonly from: number;
  readonly #here: Uint8Array;
  /** The server did begin there; undefined until its first bytes come. */
  #goesOn: boolean | undefined;

  private constructor(from: number, here: Uint8Array) {
    this.from = from;
    this.#here = here;
  }

  /** Of a file that has bytes from the start. Rejects with a `Fault`. */
  static async of(incoming: Incoming): Promise<Overlap> {
    const here = await incoming.heldEnd(OVERLAP_bytes);
    return new Overlap(incoming.held - here.length, here);
  }

  /** How many of some bytes, in their order, are here already. Throws a `Fault` where they are not the same. */
  alreadyHere(offset: number, bytes: Uint8Array): number {
    this.#goesOn ??= offset === this.from;
    const at = offset - this.from;
    // A server that refused REST sends the whole file: it takes the place of what is here.
    if (!this.#goesOn || at >= this.#here.length) return 0;
    const expected = this.#here.subarray(at, at + bytes.length);
    if (Buffer.compare(expected, bytes.subarray(0, expected.length)) === 0) return expected.length;
    throw new Fault(
      "protocol",
      `from byte ${this.from} on it sends other bytes than before: does the server ignore REST?`,
    );
  }
}
