import type { Socket } from "node:net";
import { Fault } from "../records/fault.ts";
import type { ServerAddress } from "./address.ts";
import { announcedBytes } from "./announced.ts";
import type { Control, EndedBy } from "./control.ts";
import { openData } from "./dataConnection.ts";
import { isPositive, type Reply, replyFault } from "./replyFault.ts";
import { socketFault } from "./socketFault.ts";
import { Taker } from "./taker.ts";
import type { Transferred, TransferRequest } from "./transferRequest.ts";
import { Watch } from "./watch.ts";

/** After all bytes of a file of known size came, its final reply is waited for no longer than this. */
const FINAL_REPLY_MS = 10_000;
/** After a data connection failed, the reply that says why is waited for no longer than this. */
const REASON_MS = 3_000;

/**
 * Runs one transfer. The control reply and the data come in any order, and either may never come:
 *
 * - a 4xx or 5xx is the failure, whatever came before it;
 * - all bytes of a known size without a final reply: the file is good, the connection is not;
 * - a positive final reply after an orderly end of the data: that is the file, of whatever size; who knows another compares;
 * - without a known size only that says that all bytes came.
 *
 * Throws a `Fault`; the control connection is closed where its state is not known any more.
 */
export function transfer(
  control: Control,
  address: ServerAddress,
  buffer: Uint8Array,
  request: TransferRequest,
): Promise<Transferred> {
  if (control.closed !== undefined) return Promise.reject(control.closed);
  return new Promise((resolve, reject) => {
    new Transfer(control, address, request, resolve, reject).start(buffer);
  });
}

class Transfer {
  readonly #control: Control;
  readonly #address: ServerAddress;
  readonly #request: TransferRequest;
  readonly #resolve: (done: Transferred) => void;
  readonly #reject: (fault: Fault) => void;
  readonly #watch: Watch;
  readonly #taker: Taker;
  readonly #stopListening: () => void;
  #data: Socket | undefined;
  #bytes = 0;
  /** A 1xx reply came: the server has the file and begins. */
  #begun = false;
  #announced: number | undefined;
  #connected = false;
  #dataOver = false;
  #dataFault: Fault | undefined;
  #final: Reply | undefined;
  #controlFault: Fault | undefined;
  #settled = false;

  constructor(
    control: Control,
    address: ServerAddress,
    request: TransferRequest,
    resolve: (done: Transferred) => void,
    reject: (fault: Fault) => void,
  ) {
    this.#control = control;
    this.#address = address;
    this.#request = request;
    this.#resolve = resolve;
    this.#reject = reject;
    const { timeout_ms, min_rate } = address;
    this.#watch = new Watch({ timeout_ms, min_rate, within_ms: request.within_ms }, () => this.#bytes, {
      silent: () => this.#silent(),
      tooSlow: (fault) => this.#fail(fault, "unusable"),
      tooLate: () => this.#fail(request.tooLate(), "unusable"),
    });
    // A slow disk is no silence of the server, and nothing is over while it still writes.
    this.#taker = new Taker(request.chunk, {
      hold: () => this.#watch.hold(),
      goOn: () => this.#goOn(),
      failed: (fault) => this.#fail(fault, "unusable"),
    });
    // Also who has had the final reply, and still waits for bytes, may be abandoned.
    this.#stopListening = control.onEnd((fault, by) => this.#onControlClosed(fault, by));
  }

  /** The command goes out while the data connection is being made: the server accepts that when it has the command. */
  start(buffer: Uint8Array): void {
    this.#data = openData(this.#control, this.#address, this.#request.port, buffer, {
      connected: () => this.#onConnected(),
      chunk: (bytes) => this.#onChunk(bytes),
      ended: () => this.#onDataOver(undefined),
      failed: (error) => this.#onDataOver(socketFault("data connection", error)),
    });
    this.#control.exchange(
      this.#request.command,
      (reply) => this.#onReply(reply),
      () => {},
      (fault, by) => this.#onControlClosed(fault, by),
    );
    // The data connection is watched instead: a long file is no silence.
    this.#control.holdSilence();
  }

  #onConnected(): void {
    this.#connected = true;
    this.#watch.touch();
  }

  #onChunk(bytes: Uint8Array): void | Promise<void> {
    if (this.#settled) return undefined;
    const offset = this.#request.from + this.#bytes;
    this.#bytes += bytes.length;
    this.#watch.data();
    return this.#taker.take(offset, bytes);
  }

  #goOn(): void {
    if (!this.#settled && !this.#dataOver) this.#watch.goOn();
  }

  /** True when it was the last one. RFC 959 §5.4: 125 or 150 before, then 226, 250 or a negative one. */
  #onReply(reply: Reply): boolean {
    if (reply.code < 200) {
      this.#begun = true;
      this.#announced ??= announcedBytes(reply, this.#request.command.replace(/^\S+ ?/, ""));
      this.#watch.touch();
      return false;
    }
    this.#final = reply;
    if (!isPositive(reply)) {
      // What a server says in refusing (550 and a reset, ProFTPD) leaves the session usable.
      this.#fail(this.#refusal(reply), "usable");
    } else {
      this.#settleWhenDone();
    }
    return true;
  }

  #refusal(reply: Reply): Fault {
    return replyFault(this.#request.command.split(" ", 1)[0] ?? "", reply);
  }

  #onDataOver(fault: Fault | undefined): void {
    if (this.#dataOver) return;
    this.#dataOver = true;
    this.#dataFault = fault;
    // ProFTPD says 226 only when our side is closed too.
    this.#data?.destroy();
    if (this.#settled) return;
    this.#watch.awaitWord(Math.min(this.#patienceForWord(), this.#address.timeout_ms));
    this.#settleWhenDone();
  }

  #patienceForWord(): number {
    if (this.#dataFault !== undefined) return REASON_MS;
    return this.#whole() ? FINAL_REPLY_MS : this.#address.timeout_ms;
  }

  #onControlClosed(fault: Fault, by: EndedBy): void {
    if (by === "us") return this.#fail(fault, "unusable");
    // After the last word the rest comes all the same; but one without a word before and without a byte may belong to something else.
    if (this.#final !== undefined && (this.#begun || this.#bytes > 0)) return;
    this.#controlFault = fault;
    // The rest of a file of known size may still be on its way: its own end or silence decides.
    if (this.#dataOver || !this.#connected || this.#request.expected === null) this.#settleWhenDone();
  }

  /** All bytes came. No bytes are all of an empty file only if the server said that it has it. */
  #whole(): boolean {
    const { from, expected } = this.#request;
    return from + this.#bytes === expected && (this.#bytes > 0 || this.#begun);
  }

  /** Both sides have said their last word, or one of them never will. */
  #settleWhenDone(): void {
    if (this.#settled) return;
    if (this.#controlFault !== undefined) return this.#settleWithoutReply(this.#controlFault);
    if (this.#final === undefined || !this.#dataOver) return;
    if (this.#dataFault !== undefined && !this.#whole()) return this.#fail(this.#dataFault, "usable");
    this.#done(this.#final);
  }

  #settleWithoutReply(reason: Fault): void {
    if (this.#whole()) return this.#done(undefined);
    this.#fail(this.#dataFault ?? reason, "unusable");
  }

  /** Nothing happened for too long. */
  #silent(): void {
    if (this.#settled) return;
    const seconds = this.#address.timeout_ms / 1000;
    if (this.#dataFault !== undefined) return this.#settleWithoutReply(this.#dataFault);
    if (!this.#connected) return this.#fail(new Fault("timeout", `no data connection within ${seconds} s`), "unusable");
    // 250 (RFC 959 §5.4) does not say that the data connection is closed, as 226 does.
    if (this.#final !== undefined && this.#whole()) return this.#done(this.#final);
    if (!this.#dataOver) return this.#fail(new Fault("timeout", `no data for ${seconds} s`), "unusable");
    this.#settleWithoutReply(new Fault("timeout", `no final reply within ${seconds} s`));
  }

  #done(final: Reply | undefined): void {
    this.#settle(() =>
      this.#resolve({ from: this.#request.from, bytes: this.#bytes, announced: this.#announced, final }),
    );
    if (final === undefined) this.#control.close(new Fault("cut_off", "no final reply"));
  }

  #fail(fault: Fault, session: "usable" | "unusable"): void {
    if (this.#settled) return;
    this.#settle(() => this.#reject(fault));
    if (session === "unusable") this.#control.close(fault);
  }

  /** Sockets are closed now; the caller hears of it when nothing uses its bytes any more. */
  #settle(tell: () => void): void {
    this.#settled = true;
    this.#stopListening();
    this.#watch.stop();
    this.#data?.destroy();
    this.#taker.whenFree((fault) => (fault === undefined ? tell() : this.#reject(fault)));
  }
}
