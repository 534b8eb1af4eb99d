import { Fault } from "../records/fault.ts";
import { announcedBytes } from "./announced.ts";
import type { Control } from "./control.ts";
import type { DataConnections } from "./dataConnection.ts";
import type { DataConnection, DataEvents } from "./dataEvents.ts";
import { type EndedBy, type Exchange, verb } from "./exchange.ts";
import type { AstraySign } from "./passiveAhead.ts";
import { isPositive, type Reply, replyFault } from "./replyFault.ts";
import { socketFault } from "./socketFault.ts";
import { Taker, type TakerEvents } from "./taker.ts";
import type { BegunTransfer, TransferEnds } from "./transferRequest.ts";
import type { Watch, Watched } from "./watch.ts";

/** After all bytes of a file of known size came, its final reply is waited for no longer than this. */
const FINAL_REPLY_MS = 10_000;
/** What a refusal has to say of a file alone (RFC 959 §4.2.2). */
const OF_THE_FILE: readonly number[] = [450, 451, 452, 550, 551, 552, 553];
/** They answer another command than one that transfers: replies don't come in turn. */
const ENTERING_PASSIVE: readonly number[] = [227, 228, 229];
/** Pure-FTPd 1.0.50 has no other last word on a transfer that its client has ended: it goes on with the next command. */
const CLOSING_150 = /^150 [\d.]+ seconds \(measured here\)/;
/** After a data connection failed, the reply that says why is waited for no longer than this. */
const REASON_MS = 3_000;
/** After we have ended it, the final reply is waited for no longer than this: a log-in takes less. vsftpd with a limited rate sleeps for up to 1 s. */
const EARLY_END_MS = 5_000;

/**
 * Runs one transfer. The control reply and the data come in any order, and either may never come:
 *
 * - a 4xx or 5xx is the failure, whatever came before it;
 * - all bytes of a known size without a final reply: the file is good, the connection is not;
 * - a positive final reply after an orderly end of the data: that is the file, of whatever size; who knows another compares;
 * - without a known size only that says that all bytes came;
 * - where only a part was wanted and that came, we end it, and any final reply will do, such as 426 (RFC 959 §4.2.2).
 *
 * Behind a passive command that was sent ahead, a refusal counts when that one is answered as well, in its turn; what else goes wrong may
 * come from it. It ends with what came or a `Fault`; the control connection is closed where its state is not known any more.
 */
export class Transfer implements Exchange, DataEvents, Watched, TakerEvents {
  readonly #control: Control;
  readonly #request: BegunTransfer;
  readonly #ends: TransferEnds;
  readonly #watch: Watch;
  readonly #taker: Taker;
  #data: DataConnection | undefined;
  #bytes = 0;
  /** A 1xx reply came: the server has the file and begins. */
  #begun = false;
  readonly #preliminary: Reply[] = [];
  #connected = false;
  #dataOver = false;
  /** All that was wanted came, and we ended it. */
  #endedEarly = false;
  #dataFault: Fault | undefined;
  /** The final reply, if it is positive. */
  #final: Reply | undefined;
  /** The server refuses it, if the passive command behind is answered in its turn. */
  #refusal: Fault | undefined;
  #controlFault: Fault | undefined;
  #settled = false;

  constructor(control: Control, watch: Watch, request: BegunTransfer, ends: TransferEnds) {
    this.#control = control;
    this.#request = request;
    this.#ends = ends;
    this.#watch = watch;
    // A slow disk is no silence of the server, and nothing is over while it still writes.
    this.#taker = new Taker(request.chunk, this);
  }

  get command(): string {
    return this.#request.command;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get silence_ms(): number {
    return this.#request.silence_ms;
  }

  get within_ms(): number {
    return this.#request.within_ms;
  }

  /** The command goes out while the data connection is being made: the server accepts that when it has the command. */
  start(connections: DataConnections): void {
    if (this.#control.closed !== undefined) return this.#ends.onFailed(this.#control.closed);
    const { port, ahead } = this.#request;
    this.#watch.begin(this);
    this.#data = connections.open(port, this);
    if (ahead === undefined) this.#control.exchange(this);
    else this.#control.exchange(this, ahead);
    // The data connection is watched instead: a long file is no silence.
    this.#control.holdSilence();
  }

  onConnected(): void {
    this.#connected = true;
    this.#watch.touch();
  }

  onBytes(bytes: Uint8Array): void | Promise<void> {
    if (this.#settled) return undefined;
    const { from, until } = this.#request;
    const offset = from + this.#bytes;
    this.#bytes += bytes.length;
    this.#watch.data();
    const taking = this.#taker.take(offset, bytes);
    if (until !== undefined && from + this.#bytes >= until()) this.#endEarly();
    return taking;
  }

  /** Not at the file's own end, which comes by itself and leaves the session as it is. */
  #endEarly(): void {
    if (this.#settled || this.#dataOver || this.#request.from + this.#bytes === this.#request.expected) return;
    this.#endedEarly = true;
    if (this.#request.earlyEnds.silentAfterEarlyEnd) this.#done(this.#final);
    else this.#onDataOver(undefined);
  }

  onDataEnd(): void {
    this.#onDataOver(undefined);
  }

  onDataError(error: Error): void {
    this.#onDataOver(socketFault("data connection", error));
  }

  onTooSlow(fault: Fault): void {
    this.#fail(fault, "unusable");
  }

  onTooLate(): void {
    this.#fail(this.#request.tooLate(), "unusable");
  }

  onTakeFailed(fault: Fault): void {
    this.#fail(fault, "unusable");
  }

  onHold(): void {
    this.#watch.hold();
  }

  onGoOn(): void {
    if (!this.#settled && !this.#dataOver) this.#watch.goOn();
  }

  /** True when it was the last one. RFC 959 §5.4: 125 or 150 before, then 226, 250 or a negative one. */
  onReply(reply: Reply): boolean {
    if (reply.code < 200 && !(this.#endedEarly && CLOSING_150.test(reply.text))) {
      this.#begun = true;
      this.#preliminary.push(reply);
      this.#watch.touch();
      return false;
    }
    if (this.#endedEarly && !ENTERING_PASSIVE.includes(reply.code)) {
      this.#done(reply);
    } else if (!isPositive(reply)) {
      this.#onRefused(reply.code, this.#faultOf(reply));
    } else if (ENTERING_PASSIVE.includes(reply.code)) {
      this.#request.onAstray?.("reply");
      this.#loseControl(this.#faultOf(reply));
    } else {
      this.#final = reply;
      this.#settleWhenDone();
    }
    return true;
  }

  #faultOf(reply: Reply): Fault {
    return replyFault(verb(this.command), reply);
  }

  #onRefused(code: number, refusal: Fault): void {
    const { ahead, onAstray } = this.#request;
    // What a server says in refusing (550 and a reset, ProFTPD) leaves the session usable.
    if (onAstray === undefined) return this.#fail(refusal, "usable");
    // It may be the answer to the command behind (450, ProFTPD; 500, Pure-FTPd), or come from it (425: there is no port any more).
    if (this.#begun || this.#bytes > 0 || !OF_THE_FILE.includes(code)) return this.#failAstray(refusal, "reply");
    if (ahead === undefined) return this.#fail(refusal, "usable");
    this.#refusal = refusal;
    this.#watch.awaitWord(Math.min(REASON_MS, this.#request.silence_ms));
    ahead.whenKnown((outcome) => {
      if (outcome.kind === "port") this.#fail(refusal, "usable");
      else if (outcome.kind === "refused" || outcome.by === "them") this.#failAstray(refusal, "reply");
    });
  }

  #onDataOver(fault: Fault | undefined): void {
    if (this.#dataOver) return;
    this.#dataOver = true;
    this.#dataFault = fault;
    // ProFTPD says 226 only when our side is closed too.
    this.#data?.close();
    if (this.#settled || this.#refusal !== undefined) return;
    this.#watch.awaitWord(Math.min(this.#patienceForWord(), this.#request.silence_ms));
    this.#settleWhenDone();
  }

  #patienceForWord(): number {
    if (this.#dataFault !== undefined) return REASON_MS;
    if (this.#endedEarly) return EARLY_END_MS;
    return this.#whole() ? FINAL_REPLY_MS : this.#request.silence_ms;
  }

  /** Also who has had the final reply, and still waits for bytes, may be abandoned; who is over hears nothing any more. */
  onLost(fault: Fault, by: EndedBy): void {
    if (by === "us") return this.#fail(fault, "unusable");
    // After the last word the rest comes all the same; but one without a word before and without a byte may belong to something else.
    if (this.#final !== undefined && (this.#begun || this.#bytes > 0)) return;
    this.#loseControl(fault);
  }

  /** No word on it will come any more. */
  #loseControl(fault: Fault): void {
    this.#controlFault = fault;
    // The rest of a file of known size may still be on its way: its own end or silence decides.
    if (this.#dataOver || !this.#connected || this.#request.expected === null) this.#settleWhenDone();
  }

  /** All bytes came that were wanted. No bytes are all of an empty file only if the server said that it has it. */
  #whole(): boolean {
    const { from, expected } = this.#request;
    if (this.#endedEarly) return true;
    return from + this.#bytes === expected && (this.#bytes > 0 || this.#begun);
  }

  /** Both sides have said their last word, or one of them never will. */
  #settleWhenDone(): void {
    if (this.#settled || this.#refusal !== undefined) return;
    if (this.#controlFault !== undefined) return this.#settleWithoutReply(this.#controlFault);
    if (this.#final === undefined || !this.#dataOver) return;
    if (this.#dataFault !== undefined && !this.#whole()) return this.#failByServer(this.#dataFault, "usable");
    this.#done(this.#final);
  }

  #settleWithoutReply(reason: Fault): void {
    if (this.#whole()) return this.#done(undefined);
    this.#failByServer(this.#dataFault ?? reason, "unusable");
  }

  /** Nothing happened for too long. */
  onSilence(): void {
    if (this.#settled) return;
    if (this.#refusal !== undefined) return this.#failByServer(this.#refusal, "unusable");
    const seconds = this.#request.silence_ms / 1000;
    if (this.#endedEarly) this.#request.earlyEnds.silentAfterEarlyEnd = true;
    if (this.#dataFault !== undefined) return this.#settleWithoutReply(this.#dataFault);
    if (!this.#connected)
      return this.#failByServer(new Fault("timeout", `no data connection within ${seconds} s`), "unusable");
    // 250 (RFC 959 §5.4) does not say that the data connection is closed, as 226 does.
    if (this.#final !== undefined && this.#whole()) return this.#done(this.#final);
    if (!this.#dataOver) return this.#failByServer(new Fault("timeout", `no data for ${seconds} s`), "unusable");
    this.#settleWithoutReply(new Fault("timeout", `no final reply within ${seconds} s`));
  }

  #done(final: Reply | undefined): void {
    if (final === undefined) this.#request.onAstray?.("break");
    const { from, expected } = this.#request;
    const announced = this.#endedEarly || from + this.#bytes === expected ? undefined : this.#announced();
    this.#settle(() => this.#ends.onDone({ from, bytes: this.#bytes, announced, final }));
    if (final === undefined) this.#control.close(new Fault("cut_off", "no final reply"));
  }

  #announced(): number | undefined {
    const name = this.command.replace(/^\S+ ?/, "");
    for (const reply of this.#preliminary) {
      const bytes = announcedBytes(reply, name);
      if (bytes !== undefined) return bytes;
    }
    return undefined;
  }

  /** It is the server's fault, unless a command that was sent ahead has led it astray: then the session is given up in any case. */
  #failByServer(fault: Fault, session: "usable" | "unusable"): void {
    if (this.#request.onAstray === undefined) this.#fail(fault, session);
    else this.#failAstray(fault, "break");
  }

  #failAstray(fault: Fault, sign: AstraySign): void {
    if (this.#settled) return;
    this.#request.onAstray?.(sign);
    this.#fail(fault, "unusable");
  }

  #fail(fault: Fault, session: "usable" | "unusable"): void {
    if (this.#settled) return;
    this.#settle(() => this.#ends.onFailed(fault));
    if (session === "unusable") this.#control.close(fault);
  }

  /** Sockets are closed now; the caller hears of it when nothing uses its bytes any more. */
  #settle(tell: () => void): void {
    this.#settled = true;
    this.#watch.stop();
    this.#data?.close();
    this.#taker.whenFree((fault) => (fault === undefined ? tell() : this.#ends.onFailed(fault)));
  }
}
