import { Fault } from "../records/fault.ts";
import { announcedBytes } from "./announced.ts";
import type { Reply } from "./replyFault.ts";
import { type Heard, heardAs, isOfFile } from "./transferReply.ts";
import type { TransferRequest, Transferred } from "./transferRequest.ts";

/** After all bytes of a file of known size came, its final reply is waited for no longer than this. */
const FINAL_REPLY_MS = 10_000;
/** After a data connection failed, or a refusal that may not be ours, the reply that says why is waited for no longer than this. */
const REASON_MS = 3_000;
/** After we have ended it, the final reply is waited for no longer than this: a log-in takes less. vsftpd with a limited rate sleeps for up to 1 s. */
const EARLY_END_MS = 5_000;

/** How a transfer stands: it goes on, all that was wanted came, or it failed. */
export type Verdict = "open" | "done" | Failed;

export interface Failed {
  readonly fault: Fault;
  /** The control connection, after it. */
  readonly session: "usable" | "unusable";
}

/**
 * What has come of one transfer on both of its connections, and what that means. The control reply and the data come in any order, and
 * either may never come:
 *
 * - all bytes of a known size without a final reply: the file is good, the connection is not;
 * - a positive final reply after an orderly end of the data: that is the file, of whatever size; who knows another compares;
 * - without a known size only that says that all bytes came;
 * - where only a part was wanted and that came, we end it, and any final reply will do, such as 426 (RFC 959 §4.2.2);
 * - a refusal that may belong to another command: whoever asks about that decides.
 */
export class TransferOutcome {
  readonly #request: Pick<TransferRequest, "command" | "from" | "expected">;
  /** With a first 1xx reply the server has the file and begins. */
  readonly #preliminary: Reply[] = [];
  #bytes = 0;
  #connected = false;
  #dataOver = false;
  #dataFault: Fault | undefined;
  /** All that was wanted came, and we ended it. */
  #endedEarly = false;
  /** The final reply; one that refuses only where we had ended it. */
  #final: Reply | undefined;
  #refusal: Fault | undefined;
  #controlFault: Fault | undefined;

  constructor(request: Pick<TransferRequest, "command" | "from" | "expected">) {
    this.#request = request;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Where in the file the next bytes stand. */
  get offset(): number {
    return this.#request.from + this.#bytes;
  }

  get dataOver(): boolean {
    return this.#dataOver;
  }

  /** It is refused, if that is meant for it. */
  get refused(): boolean {
    return this.#refusal !== undefined;
  }

  /** We have ended it, and wait for what the server says to that. */
  get awaitsWordOnEarlyEnd(): boolean {
    return this.#endedEarly && this.#refusal === undefined;
  }

  /** How long a last word is worth waiting for, at most. */
  get patience_ms(): number {
    if (this.#refusal !== undefined || this.#dataFault !== undefined) return REASON_MS;
    if (this.#endedEarly) return EARLY_END_MS;
    return this.#whole ? FINAL_REPLY_MS : Number.POSITIVE_INFINITY;
  }

  connected(): void {
    this.#connected = true;
  }

  took(bytes: number): void {
    this.#bytes += bytes;
  }

  /** We end it: all that was wanted is here. False at the file's own end, which comes by itself and leaves the session as it is. */
  endEarly(): boolean {
    if (this.#dataOver || this.offset === this.#request.expected) return false;
    this.#endedEarly = true;
    return true;
  }

  /** The data connection is closed; with a fault, not in order. */
  dataEnded(fault: Fault | undefined): void {
    this.#dataOver = true;
    this.#dataFault = fault;
  }

  /** A reply came. One that refuses is not noted: see `mayBeRefused` and `refuse`. */
  hear(reply: Reply): Heard {
    const heard = heardAs(reply, this.#endedEarly ? "ended" : "going");
    if (heard === "preliminary") this.#preliminary.push(reply);
    else if (heard === "final") this.#final = reply;
    return heard;
  }

  /** Whether a refusal with this code can be meant for it: not when a word or a byte of it has come. */
  mayBeRefused(code: number): boolean {
    return !this.#begun && isOfFile(code);
  }

  /** Nobody knows yet whether this is meant for it: until then nothing else counts. */
  refuse(refusal: Fault): void {
    this.#refusal = refusal;
  }

  /** No word on it will come any more. */
  controlLost(fault: Fault): void {
    // After the last word the rest comes all the same; but one without a word before and without a byte may belong to something else.
    if (this.#final !== undefined && this.#begun) return;
    this.#controlFault = fault;
  }

  /** As long as one of both sides may still say something that counts, it is open. */
  verdict(): Verdict {
    if (this.#refusal !== undefined) return "open";
    if (this.#controlFault !== undefined) return this.#restMayCome ? "open" : this.#withoutReply(this.#controlFault);
    if (this.#final === undefined || !this.#dataOver) return "open";
    if (this.#dataFault !== undefined && !this.#whole) return { fault: this.#dataFault, session: "usable" };
    return "done";
  }

  /** The same when nothing has happened for so long, or for `patience_ms`: it is open no more. */
  verdictOfSilence(silence_ms: number): Verdict {
    const seconds = silence_ms / 1000;
    if (this.#refusal !== undefined) return { fault: this.#refusal, session: "unusable" };
    if (this.#dataFault !== undefined) return this.#withoutReply(this.#dataFault);
    if (!this.#connected) return silent(`no data connection within ${seconds} s`);
    // 250 (RFC 959 §5.4) does not say that the data connection is closed, as 226 does.
    if (this.#final !== undefined && this.#whole) return "done";
    if (!this.#dataOver) return silent(`no data for ${seconds} s`);
    return this.#whole ? "done" : silent(`no final reply within ${seconds} s`);
  }

  /** What it is when it is done. */
  transferred(): Transferred {
    const { from } = this.#request;
    // One that may belong to something else is none.
    const final = this.#controlFault === undefined ? this.#final : undefined;
    return { from, bytes: this.#bytes, announced: this.#announced(), final };
  }

  /** A word or a byte came. */
  get #begun(): boolean {
    return this.#preliminary.length > 0 || this.#bytes > 0;
  }

  /** All bytes came that were wanted. No bytes are all of an empty file only if the server said that it has it. */
  get #whole(): boolean {
    return this.#endedEarly || (this.offset === this.#request.expected && this.#begun);
  }

  /** The rest of a file of known size may still be on its way: its own end or silence decides. */
  get #restMayCome(): boolean {
    return !this.#dataOver && this.#connected && this.#request.expected !== null;
  }

  #withoutReply(reason: Fault): Verdict {
    return this.#whole ? "done" : { fault: this.#dataFault ?? reason, session: "unusable" };
  }

  #announced(): number | undefined {
    const { command, expected } = this.#request;
    if (this.#endedEarly || this.offset === expected) return undefined;
    const name = command.replace(/^\S+ ?/, "");
    for (const reply of this.#preliminary) {
      const bytes = announcedBytes(reply, name);
      if (bytes !== undefined) return bytes;
    }
    return undefined;
  }
}

function silent(message: string): Failed {
  return { fault: new Fault("timeout", message), session: "unusable" };
}
