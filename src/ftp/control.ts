import type { LookupAddress } from "node:dns";
import type { Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { FTPError } from "basic-ftp";
import { Fault } from "../records/fault.ts";
import { abandoned } from "./abandoned.ts";
import type { ServerAddress } from "./address.ts";
import { controlFault, endsSession, sessionFault, tooManyReplies } from "./controlFault.ts";
import { Deadline, deadline } from "./deadline.ts";
import { Asked, askedAll, type EndedBy, type Exchange, unsafe, verb } from "./exchange.ts";
import { answered, hostAddresses } from "./hostAddresses.ts";
import { LineContext } from "./lineContext.ts";
import { onAbort } from "./onAbort.ts";
import type { Reply } from "./replyFault.ts";
import { failedHandshake, learnGroup, tlsOptions } from "./tls.ts";

/**
 * A control connection (RFC 959 §2.3): commands go out, replies come in, in order. Commands may be written ahead of the replies
 * to earlier ones. Any surprise (an error, silence, a reply nobody asked for) closes it, and all who wait get the reason.
 */
export class Control {
  readonly #context = new LineContext();
  readonly #address: ServerAddress;
  /** As it would stand in a reply. */
  readonly #password: string;
  /** Those whose last reply is still to come, in the order of their commands. */
  readonly #waiters: Exchange[] = [];
  readonly #followers: Pick<Exchange, "onLost">[] = [];
  readonly #silence: Deadline;
  /** Replies to the oldest command so far, none of them the last. */
  #preliminary = 0;
  #closed: Fault | undefined;
  #tlsSession: Buffer | undefined;
  /** Ends what is being waited for while the connection is made: connecting, a TLS handshake. */
  #giveUp: (fault: Fault) => void = () => {};

  private constructor(address: ServerAddress) {
    this.#address = address;
    this.#password = Buffer.from(address.password, "utf8").toString("latin1");
    this.#silence = new Deadline(address.timeout_ms, () => this.#onSilence());
    // One task for the connection's whole life: every reply and every error comes here, and many commands can be under way.
    this.#context.handle("", (message) => this.#take(message)).catch(() => {});
  }

  /** Connects. With `implicit`, TLS is up when this returns. Throws a `Fault`. */
  static async connect(address: ServerAddress, signal: AbortSignal): Promise<Control> {
    const addresses = await hostAddresses(address, signal);
    const control = new Control(address);
    const stopListening = onAbort(signal, () => control.close(abandoned()));
    try {
      await control.#open(addresses);
      if (address.secure === "implicit") await control.secure();
      return control;
    } catch (error) {
      control.close();
      throw error;
    } finally {
      stopListening();
    }
  }

  /** Why it is closed; undefined while it is open. */
  get closed(): Fault | undefined {
    return this.#closed;
  }

  /** The address at the other end: where data connections go, whatever PASV says. */
  get remoteHost(): string {
    return this.#context.socket.remoteAddress ?? this.#address.host;
  }

  /**
   * TLS session of this connection, for data connections to resume: the newest that the server gave. Undefined on a plain one, and where the
   * server gives none (Pure-FTPd with TLS 1.3).
   */
  get tlsSession(): Buffer | undefined {
    return this.#tlsSession;
  }

  /**
   * Sends a command; the answer is its first reply that is not preliminary (1xx). Throws a `Fault` if none comes.
   *
   * @param behind sent in the same write
   */
  ask(command: string, ...behind: readonly Exchange[]): Promise<Reply> {
    return new Promise((resolve, reject) => this.exchange(new Asked(command, resolve, reject), ...behind));
  }

  /**
   * Sends several commands in one write and waits for their replies. Throws the first `Fault`, but shows the replies that came
   * before it to `look`: a server that refuses a log-in may close before it answers what was written behind it.
   *
   * @param behind sent in the same write; not waited for
   */
  askAll(
    commands: readonly string[],
    look: (replies: readonly Reply[]) => void = () => {},
    ...behind: readonly Exchange[]
  ): Promise<Reply[]> {
    return new Promise((resolve, reject) => {
      this.exchange(...askedAll(commands, look, resolve, reject), ...behind);
    });
  }

  /** Waits for a reply nobody asked for: the greeting. */
  greeting(): Promise<Reply> {
    return this.ask("");
  }

  /** Sends commands in one write, each of them to be answered in its turn. */
  exchange(...exchanges: readonly Exchange[]): void {
    const isFirst = this.#waiters.length === 0;
    let lines = "";
    for (const { command } of exchanges) {
      const refusal = this.#closed ?? unsafe(command);
      if (refusal === undefined) {
        if (command !== "") lines += `${command}\r\n`;
        continue;
      }
      for (const each of exchanges) each.onLost(refusal, "us");
      return;
    }
    this.#waiters.push(...exchanges);
    if (lines !== "") this.#context.sendLines(lines);
    if (isFirst) this.#watch();
  }

  /** Tells also who waits for no reply when the connection ends, after those who do. */
  follow(follower: Pick<Exchange, "onLost">): void {
    this.#followers.push(follower);
  }

  /** Silence here is no fault while a transfer goes on: its data connection is watched instead. */
  holdSilence(): void {
    this.#silence.clear();
  }

  /** Puts TLS on the connection (RFC 4217 §4, after the reply to AUTH; or at once for implicit TLS). */
  async secure(): Promise<void> {
    if (this.#closed !== undefined) throw this.#closed;
    this.#context.forgetRest();
    const secured = connectTls({ ...tlsOptions(this.#address), socket: this.#context.socket });
    const failed = (error: Error) => this.#end(failedHandshake(this.#address, error), "them");
    const closed = () => this.#end(failedHandshake(this.#address, undefined), "them");
    // With TLS 1.3 it comes behind the handshake, and more than once. Asking the socket for it costs 50 µs, for each data connection.
    secured.on("session", (session: Buffer) => {
      this.#tlsSession = session;
    });
    secured.once("error", failed);
    secured.once("close", closed);
    try {
      await this.#step("no TLS handshake", (done) => secured.once("secureConnect", done));
    } catch (error) {
      secured.removeAllListeners("close").on("error", () => {});
      secured.destroy();
      throw error;
    }
    secured.off("error", failed).off("close", closed);
    learnGroup(this.#address, secured);
    // This takes the plain socket's listeners off and puts its own on the secured one.
    this.#context.socket = secured;
  }

  /** Says QUIT and closes, at once. All who still wait get `reason`. */
  close(reason = new Fault("cut_off", "the session was closed")): void {
    this.#end(reason, "us");
  }

  #end(reason: Fault, by: EndedBy): void {
    if (this.#closed !== undefined) return;
    this.#closed = reason;
    this.holdSilence();
    this.#context.close();
    this.#giveUp(reason);
    for (const waiter of this.#waiters.splice(0)) waiter.onLost(reason, by);
    for (const follower of this.#followers) follower.onLost(reason, by);
  }

  /** One step in making the connection. It must be done in time, and ends with the connection. */
  async #step(tooLate: string, begin: (done: () => void) => void): Promise<void> {
    if (this.#closed !== undefined) throw this.#closed;
    const { host, port, connect_timeout_ms } = this.#address;
    const wait = deadline(connect_timeout_ms, () => {
      this.#end(new Fault("timeout", `${host}:${port}: ${tooLate} within ${connect_timeout_ms / 1000} s`), "them");
    });
    try {
      await new Promise<void>((resolve, reject) => {
        this.#giveUp = reject;
        begin(resolve);
      });
    } finally {
      wait.clear();
      this.#giveUp = () => {};
    }
  }

  #open(addresses: readonly LookupAddress[]): Promise<void> {
    const { host, port, connect_timeout_ms } = this.#address;
    const socket: Socket = this.#context.socket;
    return this.#step("no connection", (done) => {
      socket.once("connect", done);
      // Errors come through the context, which has its own listener on this socket.
      socket.connect({
        host,
        port,
        noDelay: true,
        keepAlive: true,
        lookup: answered(addresses),
        // Node's 250 ms for each of several addresses is less than a slow line's round trip.
        autoSelectFamilyAttemptTimeout: Math.max(MIN_ATTEMPT_MS, Math.floor(connect_timeout_ms / addresses.length)),
      });
    });
  }

  #take(message: Error | { code: number; message: string }): void {
    if (message instanceof Error && !(message instanceof FTPError)) {
      return this.#end(controlFault(`${this.#address.host}:${this.#address.port}`, message), "them");
    }
    const reply: Reply = { code: message.code, text: message.message, shown: this.#withoutSecret(message.message) };
    const waiter = this.#waiters[0];
    if (waiter === undefined) return this.#end(sessionFault(reply), "them");
    this.#context.answered();
    const last = waiter.onReply(reply);
    if (last) this.#waiters.shift();
    if (endsSession(reply)) return this.#end(sessionFault(reply), "them");
    if (last) return this.#watch();
    if (++this.#preliminary > MAX_PRELIMINARY) return this.#end(tooManyReplies(MAX_PRELIMINARY, reply), "them");
    // Only a greeting may put off (120, RFC 959 §5.4); else the wait would have no end.
    if (waiter.command === "") this.#silence.touch();
  }

  /** A server may repeat what it was told. */
  #withoutSecret(text: string): string {
    const password = this.#password;
    if (password.length < MIN_SECRET_CHARACTERS || !text.includes(password)) return text;
    return text.replaceAll(password, "***");
  }

  /** A wait for the oldest unanswered command. */
  #watch(): void {
    this.#preliminary = 0;
    if (this.#waiters.length === 0 || this.#closed !== undefined) this.#silence.clear();
    else this.#silence.start();
  }

  #onSilence(): void {
    const command = this.#waiters[0]?.command ?? "";
    const what = command === "" ? "no greeting" : `no reply to ${verb(command)}`;
    this.#end(new Fault("timeout", `${what} within ${this.#address.timeout_ms / 1000} s`), "them");
  }
}

/** Shorter ones can't be told from ordinary words. */
const MIN_SECRET_CHARACTERS = 3;

/** RFC 959 §4.2: after a preliminary reply the last one is to be expected. */
const MAX_PRELIMINARY = 100;

/** What Node itself grants each address of a host. */
const MIN_ATTEMPT_MS = 250;
