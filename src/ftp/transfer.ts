import { Fault } from "../records/fault.ts";
import type { Control } from "./control.ts";
import type { DataConnections } from "./dataConnection.ts";
import type { DataConnection, DataEvents } from "./dataEvents.ts";
import { type EndedBy, type Exchange, verb } from "./exchange.ts";
import type { AstraySign } from "./passiveAhead.ts";
import { type Reply, replyFault } from "./replyFault.ts";
import { socketFault } from "./socketFault.ts";
import { Taker, type TakerEvents } from "./taker.ts";
import { type Failed, TransferOutcome, type Verdict } from "./transferOutcome.ts";
import type { BegunTransfer, TransferEnds } from "./transferRequest.ts";
import type { Watch, Watched } from "./watch.ts";

/**
 * Runs one transfer: sends its command, takes its data, and ends it when both connections have said what counts (`TransferOutcome`). A 4xx or
 * 5xx is the failure, whatever came before it, unless we had ended it; behind a passive command that was sent ahead, it counts when that one is answered as
 * well, in its turn, and what else goes wrong may come from it. It ends with what came or a `Fault`; the control connection is closed
 * where its state is not known any more.
 */
export class Transfer implements Exchange, DataEvents, Watched, TakerEvents {
  readonly #control: Control;
  readonly #request: BegunTransfer;
  readonly #ends: TransferEnds;
  readonly #watch: Watch;
  readonly #taker: Taker;
  readonly #outcome: TransferOutcome;
  #data: DataConnection | undefined;
  #settled = false;

  constructor(control: Control, watch: Watch, request: BegunTransfer, ends: TransferEnds) {
    this.#control = control;
    this.#request = request;
    this.#ends = ends;
    this.#watch = watch;
    // A slow disk is no silence of the server, and nothing is over while it still writes.
    this.#taker = new Taker(request.chunk, this);
    this.#outcome = new TransferOutcome(request);
  }

  get command(): string {
    return this.#request.command;
  }

  get bytes(): number {
    return this.#outcome.bytes;
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
    this.#outcome.connected();
    this.#watch.touch();
  }

  onBytes(bytes: Uint8Array): void | Promise<void> {
    if (this.#settled) return undefined;
    const { until } = this.#request;
    const { offset } = this.#outcome;
    this.#outcome.took(bytes.length);
    this.#watch.data();
    const taking = this.#taker.take(offset, bytes);
    if (until !== undefined && this.#outcome.offset >= until()) this.#endEarly();
    return taking;
  }

  #endEarly(): void {
    if (this.#settled || !this.#outcome.endEarly()) return;
    if (this.#request.earlyEnds.silentAfterEarlyEnd) this.#done();
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
    if (!this.#settled && !this.#outcome.dataOver) this.#watch.goOn();
  }

  /** True when it was the last one. */
  onReply(reply: Reply): boolean {
    const heard = this.#outcome.hear(reply);
    if (heard === "preliminary") {
      this.#watch.touch();
      return false;
    }
    if (heard === "final") this.#settleWhenDone();
    else if (heard === "refusal") this.#onRefused(reply.code, replyFault(verb(this.command), reply));
    else this.#onStray(replyFault(verb(this.command), reply));
    return true;
  }

  #onRefused(code: number, refusal: Fault): void {
    const { ahead, onAstray } = this.#request;
    // What a server says in refusing (550 and a reset, ProFTPD) leaves the session usable.
    if (onAstray === undefined) return this.#fail(refusal, "usable");
    // It may be the answer to the command behind (450, ProFTPD; 500, Pure-FTPd), or come from it (425: there is no port any more).
    if (!this.#outcome.mayBeRefused(code)) return this.#failAstray(refusal, "reply");
    if (ahead === undefined) return this.#fail(refusal, "usable");
    this.#outcome.refuse(refusal);
    this.#awaitWord();
    ahead.whenKnown((outcome) => {
      if (outcome.kind === "port") this.#fail(refusal, "usable");
      else if (outcome.kind === "refused" || outcome.by === "them") this.#failAstray(refusal, "reply");
    });
  }

  /** No word on it will come any more. */
  #onStray(fault: Fault): void {
    this.#request.onAstray?.("reply");
    this.onLost(fault, "them");
  }

  #onDataOver(fault: Fault | undefined): void {
    if (this.#outcome.dataOver) return;
    this.#outcome.dataEnded(fault);
    // ProFTPD says 226 only when our side is closed too.
    this.#data?.close();
    if (this.#settled || this.#outcome.refused) return;
    this.#awaitWord();
    this.#settleWhenDone();
  }

  #awaitWord(): void {
    this.#watch.awaitWord(Math.min(this.#outcome.patience_ms, this.#request.silence_ms));
  }

  /** Also who has had the final reply, and still waits for bytes, may be abandoned; who is over hears nothing any more. */
  onLost(fault: Fault, by: EndedBy): void {
    if (by === "us") return this.#fail(fault, "unusable");
    this.#outcome.controlLost(fault);
    this.#settleWhenDone();
  }

  /** Nothing happened for too long. */
  onSilence(): void {
    if (this.#settled) return;
    if (this.#outcome.awaitsWordOnEarlyEnd) this.#request.earlyEnds.silentAfterEarlyEnd = true;
    this.#settleBy(this.#outcome.verdictOfSilence(this.#request.silence_ms));
  }

  #settleWhenDone(): void {
    if (!this.#settled) this.#settleBy(this.#outcome.verdict());
  }

  #settleBy(verdict: Verdict): void {
    if (verdict === "done") this.#done();
    else if (verdict !== "open") this.#failByServer(verdict);
  }

  #done(): void {
    const done = this.#outcome.transferred();
    if (done.final === undefined) this.#request.onAstray?.("break");
    this.#settle(() => this.#ends.onDone(done));
    if (done.final === undefined) this.#control.close(new Fault("cut_off", "no final reply"));
  }

  /** It is the server's fault, unless a command that was sent ahead has led it astray: then the session is given up in any case. */
  #failByServer({ fault, session }: Failed): void {
    if (this.#request.onAstray === undefined) this.#fail(fault, session);
    else this.#failAstray(fault, "break");
  }

  #failAstray(fault: Fault, sign: AstraySign): void {
    if (this.#settled) return;
    this.#request.onAstray?.(sign);
    this.#fail(fault, "unusable");
  }

  #fail(fault: Fault, session: Failed["session"]): void {
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
