import type { Fault } from "../records/fault.ts";
import type { Reply } from "./replyFault.ts";

/** One use of a data connection: RETR, LIST or MLSD (RFC 959 §4.1.3, RFC 3659 §7). */
export interface TransferRequest {
  readonly command: string;
  /** Port that the server listens on for this transfer. */
  readonly port: number;
  /** Where in the file it begins; the server has been told. */
  readonly from: number;
  /** The file's whole size; null if nobody knows. */
  readonly expected: number | null;
  readonly chunk: TakeChunk;
  /** For all of it. */
  readonly within_ms: number;
  /** What is wrong when it takes longer. */
  readonly tooLate: () => Fault;
}

/** Takes bytes of a file; see `DataEvents.chunk`. `offset` counts from the file's beginning. */
export type TakeChunk = (offset: number, bytes: Uint8Array) => void | Promise<void>;

export interface Transferred {
  readonly from: number;
  /** That came. */
  readonly bytes: number;
  /** Bytes that the server said it would send; see `announcedBytes`. */
  readonly announced: number | undefined;
  /** The server's last word; undefined when all bytes came but no word, which the connection does not survive. */
  readonly final: Reply | undefined;
}
