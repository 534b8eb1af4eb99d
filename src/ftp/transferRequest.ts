import type { Fault } from "../records/fault.ts";
import type { AstraySign, PassiveAhead } from "./passiveAhead.ts";
import type { Reply } from "./replyFault.ts";
import type { Traits } from "./traits.ts";

/** One use of a data connection: RETR, LIST or MLSD (RFC 959 §4.1.3, RFC 3659 §7). */
export interface TransferRequest {
  readonly command: string;
  /** Where in the file it begins; the server has been told. */
  readonly from: number;
  /** The file's whole size; null if nobody knows. */
  readonly expected: number | null;
  readonly chunk: TakeChunk;
  /** Where no more is wanted, in bytes of the file: the transfer is ended when these came. It may be another place with each piece of data. */
  readonly until?: (() => number) | undefined;
  /** For all of it. */
  readonly within_ms: number;
  /** What is wrong when it takes longer. */
  readonly tooLate: () => Fault;
  /** Servers don't look at the control connection before it is over: what they send, they hand over to the system in one go. */
  readonly short: boolean;
}

/** A transfer with all that goes with it. */
export interface BegunTransfer extends TransferRequest {
  /** Port that the server listens on for it. */
  readonly port: number;
  /** Sent behind the command, in the same write. */
  readonly ahead: PassiveAhead | undefined;
  /** How long a sign of life is waited for. */
  readonly silence_ms: number;
  /** Called when it fails, or its final reply is missing, in a way that may come from a passive command sent ahead. */
  readonly onAstray: ((sign: AstraySign) => void) | undefined;
  /** What is known of how the server takes it that a transfer is ended before its end. */
  readonly earlyEnds: EarlyEnds;
}

export type EarlyEnds = Pick<Traits, "silentAfterEarlyEnd">;

/** Takes bytes of a file; see `DataEvents.onBytes`. `offset` counts from the file's beginning. */
export type TakeChunk = (offset: number, bytes: Uint8Array) => void | Promise<void>;

export interface Transferred {
  readonly from: number;
  /** That came. */
  readonly bytes: number;
  /** Bytes that the server said it would send; see `announcedBytes`. Looked for only where not exactly the expected ones came. */
  readonly announced: number | undefined;
  /** The server's last word; undefined when all bytes came that were wanted but no word, which the connection does not survive. */
  readonly final: Reply | undefined;
}

/** Who hears of the end of a transfer, by one of these once. */
export interface TransferEnds {
  onDone(done: Transferred): void;
  onFailed(fault: Fault): void;
}
