import { Fault } from "../records/fault.ts";
import type { ServerAddress } from "./address.ts";
import type { Control } from "./control.ts";
import { DataConnections } from "./dataConnection.ts";
import { deadline } from "./deadline.ts";
import { doubtEpsv, passivePort } from "./passive.ts";
import { type AheadOutcome, type AstraySign, PassiveAhead } from "./passiveAhead.ts";
import { type Reply, replyText } from "./replyFault.ts";
import type { Traits } from "./traits.ts";
import { Transfer } from "./transfer.ts";
import type { TransferRequest, Transferred } from "./transferRequest.ts";
import { Watch } from "./watch.ts";

/** A port that was asked for ahead and not used for so long is asked for anew: what lies between may have forgotten it. */
const FRESH_MS = 5_000;

/** The first time that a server gets a passive command ahead, no sign of life is waited for longer than this: it may have taken it for something else. */
const TRIAL_SILENCE_MS = 5_000;

/** So many sessions of a server may break behind what was sent ahead, before it is taken for the reason. */
const FEW_BREAKS = 3;

/**
 * The transfers of one session, one after the other. Behind a short one goes the passive command for the next, in the same write
 * (`PassiveAhead`): one session of a server tries that, the others follow when it works, and after any surprise none does so any more.
 */
export class Transfers {
  readonly #control: Control;
  readonly #address: ServerAddress;
  readonly #traits: Traits;
  readonly #connections: DataConnections;
  readonly #watch: Watch;
  readonly #onAstray = (sign: AstraySign) => this.#goneAstray(sign);
  readonly #onOutOfTurn = (sign: AstraySign) => this.#outOfTurn(sign);
  /** The one that goes on, or the last one. */
  #transfer: Transfer | undefined;
  #ahead: PassiveAhead | undefined;
  /** The port that was given last was asked for ahead. */
  #portIsAhead = false;
  /** It is this session that tries whether the server takes a passive command ahead. */
  #onTrial = false;
  #astray = false;
  /** That of the last transfer, where it failed: nobody may have taken up what waits there. */
  #failedPort: number | undefined;
  /** A REST is not used up: no RFC says that a refused RETR ends it. */
  #restStands = false;

  constructor(control: Control, address: ServerAddress, traits: Traits) {
    this.#control = control;
    this.#address = address;
    this.#traits = traits;
    this.#connections = new DataConnections(control, address);
    this.#watch = new Watch(address);
    control.follow({
      onLost: (fault, by) => {
        this.#leaveTrial();
        this.#transfer?.onLost(fault, by);
      },
    });
  }

  /** Whether another one can follow. */
  get usable(): boolean {
    return this.#control.closed === undefined;
  }

  /** The last one may have failed because of a passive command that was sent ahead: no fault of the server, nor of the file. */
  get astray(): boolean {
    return this.#astray;
  }

  /** Asks something, and in the same write for the port of the next transfer, where that is not there yet. Throws a `Fault`. */
  askBefore(command: string): Promise<Reply> {
    return this.#control.ask(command, ...this.#portBehind());
  }

  /** The same with several commands; see `Control.askAll`. */
  askAllBefore(commands: readonly string[]): Promise<Reply[]> {
    return this.#control.askAll(commands, () => {}, ...this.#portBehind());
  }

  /** The passive command to send behind another one, where one is to be sent. */
  #portBehind(): readonly PassiveAhead[] {
    if (this.#ahead !== undefined || this.#traits.ahead === "never") return [];
    this.#ahead = this.#passive("command");
    return this.#ahead === undefined ? [] : [this.#ahead];
  }

  /** The port on which the server waits for the next one. Throws a `Fault`. */
  port(): number | Promise<number> {
    const port = this.#nextPort();
    if (this.#failedPort === undefined) return port;
    return typeof port === "number" ? this.#unlessFailed(port) : port.then((later) => this.#unlessFailed(later));
  }

  /**
   * ProFTPD 1.3.8 may draw the port of a refused transfer again, and ends what listened there, with all that waits for it, only after it has
   * said so: whoever connects at once is reset. It is asked once more: where a server has but one port, that is a round trip after each failure.
   */
  #unlessFailed(port: number): number | Promise<number> {
    if (port !== this.#failedPort) return port;
    this.#portIsAhead = false;
    return passivePort(this.#control, this.#traits);
  }

  #nextPort(): number | Promise<number> {
    // Of what was to be sent ahead when it ended, nobody hears any more.
    if (this.#control.closed !== undefined) return Promise.reject(this.#control.closed);
    const ahead = this.#ahead;
    this.#ahead = undefined;
    this.#portIsAhead = false;
    if (ahead === undefined || performance.now() - ahead.sent_ms > FRESH_MS)
      return passivePort(this.#control, this.#traits);
    const { outcome } = ahead;
    return outcome === undefined ? this.#whenAnswered(ahead) : this.#portOf(ahead, outcome);
  }

  /**
   * `from` is where it should begin: a server that refuses that begins at 0, unless a part is wanted (`until`). Throws a `Fault`, see `Transfer`, or what `finished` throws, which
   * makes of it what is wanted: so there is one promise for all of it.
   */
  run<T>(port: number, wanted: TransferRequest, finished: (done: Transferred) => T): Promise<T> {
    if (wanted.from === 0 && !this.#restStands) return this.#run(0, port, wanted, finished);
    return this.#beginAt(wanted.from).then((from) => {
      if (from !== wanted.from && wanted.until !== undefined) throw beginsAtZero(wanted.from);
      return this.#run(from, port, wanted, finished);
    });
  }

  #run<T>(from: number, port: number, wanted: TransferRequest, finished: (done: Transferred) => T): Promise<T> {
    const ahead = wanted.short ? this.#sendAhead() : undefined;
    const usesAhead = this.#portIsAhead;
    const onAstray = ahead === undefined && !usesAhead ? undefined : this.#onAstray;
    const { timeout_ms } = this.#address;
    const silence_ms = onAstray !== undefined && this.#onTrial ? Math.min(timeout_ms, TRIAL_SILENCE_MS) : timeout_ms;
    const { command, expected, chunk, until, within_ms, tooLate, short } = wanted;
    const earlyEnds = this.#traits;
    // Not spread: in a profile that was 10 µs a file.
    const begun = {
      command,
      port,
      from,
      expected,
      chunk,
      until,
      within_ms,
      tooLate,
      short,
      ahead,
      silence_ms,
      onAstray,
      earlyEnds,
    };
    return new Promise((resolve, reject) => {
      const onDone = (done: Transferred) => {
        this.#wentWell(ahead, usesAhead);
        try {
          resolve(finished(done));
        } catch (error) {
          reject(error);
        }
      };
      const onFailed = (fault: Fault) => {
        this.#ahead = ahead;
        this.#failedPort = port;
        doubtEpsv(this.#traits, fault);
        reject(fault);
      };
      this.#transfer = new Transfer(this.#control, this.#watch, begun, { onDone, onFailed });
      this.#transfer.start(this.#connections);
    });
  }

  #wentWell(ahead: PassiveAhead | undefined, usedAhead: boolean): void {
    this.#restStands = false;
    this.#failedPort = undefined;
    this.#ahead = ahead;
    if (this.#traits.passive === "epsv") this.#traits.epsvProven = true;
    if (this.#traits.ahead === "too early") this.#traits.ahead = "untried";
    if (usedAhead && this.#onTrial) this.#proven();
  }

  /** The passive command to send ahead; undefined where none is to be sent. */
  #sendAhead(): PassiveAhead | undefined {
    if (this.#traits.passive === undefined) return undefined;
    if (this.#traits.ahead === "untried") {
      this.#traits.ahead = "on trial";
      this.#onTrial = true;
    }
    if (this.#traits.ahead !== "works" && !this.#onTrial) return undefined;
    return this.#passive("transfer");
  }

  /** By the command that has worked before; undefined before one has. */
  #passive(behind: "transfer" | "command"): PassiveAhead | undefined {
    const { passive } = this.#traits;
    if (passive === undefined) return undefined;
    return new PassiveAhead(passive === "epsv" ? "EPSV" : "PASV", behind, this.#onOutOfTurn);
  }

  #proven(): void {
    this.#onTrial = false;
    if (this.#traits.ahead === "on trial") this.#traits.ahead = "works";
  }

  /** It was closed before it knew: another session tries. */
  #leaveTrial(): void {
    if (this.#onTrial && this.#traits.ahead === "on trial") this.#traits.ahead = "untried";
    this.#onTrial = false;
  }

  /** A line that breaks now and then need not do without what has worked. */
  #goneAstray(sign: AstraySign): void {
    const seen = this.#astray;
    this.#onTrial = false;
    this.#astray = true;
    if (sign === "break" && (seen || this.#isOneOfFewBreaks())) return;
    this.#traits.ahead = "never";
  }

  #isOneOfFewBreaks(): boolean {
    return this.#traits.ahead === "works" && ++this.#traits.aheadBreaks <= FEW_BREAKS;
  }

  async #whenAnswered(ahead: PassiveAhead): Promise<number> {
    const wait = this.#onTrial ? deadline(TRIAL_SILENCE_MS, () => ahead.giveUp()) : undefined;
    const outcome = await new Promise<AheadOutcome>((resolve) => ahead.whenKnown(resolve));
    wait?.clear();
    return this.#portOf(ahead, outcome);
  }

  /** Throws a `Fault`. */
  #portOf({ behind }: PassiveAhead, outcome: AheadOutcome): number | Promise<number> {
    if (outcome.kind === "port") {
      this.#portIsAhead = behind === "transfer";
      return outcome.port;
    }
    if (outcome.kind === "refused") {
      // ProFTPD 1.3.8 answers 425 now and then, where it has just used the port.
      if (this.#onTrial) this.#traits.ahead = "never";
      this.#onTrial = false;
      return passivePort(this.#control, this.#traits);
    }
    // What it was to go behind never left: a name with a line end.
    if (outcome.by === "us" && this.#control.closed === undefined) return passivePort(this.#control, this.#traits);
    return Promise.reject(this.#control.closed ?? new Fault("cut_off", "the session was closed"));
  }

  /** Nobody knows any more which reply belongs to which command, of whatever kind the next ones are. */
  #outOfTurn(sign: AstraySign): void {
    this.#goneAstray(sign);
    this.#control.close(new Fault("protocol", "a passive command was not answered in its turn", { retry: true }));
  }

  /** REST, which must stand right before the command that it is for (RFC 3659 §5.3). Where the next transfer begins. Throws a `Fault`. */
  async #beginAt(offset: number): Promise<number> {
    if (offset === 0 && !this.#restStands) return 0;
    const reply = await this.#control.ask(`REST ${offset}`);
    const refused = reply.code >= 400;
    if (offset === 0) {
      if (refused) throw this.#lost(reply);
      this.#restStands = false;
      return 0;
    }
    this.#restStands ||= !refused;
    return reply.code === 350 ? offset : this.#beginAt(0);
  }

  /** Nobody knows where the next transfer would begin: there is none on this session. */
  #lost(reply: Reply): Fault {
    const fault = new Fault("cut_off", `REST 0: ${replyText(reply)}`);
    this.#control.close(fault);
    return fault;
  }
}

/** The session goes on: no transfer was begun. */
function beginsAtZero(offset: number): Fault {
  return new Fault("protocol", `REST ${offset} is refused: only whole files are to be had`);
}
