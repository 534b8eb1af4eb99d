import type { Fault } from "../records/fault.ts";
import { abandoned } from "./abandoned.ts";
import type { ServerAddress } from "./address.ts";
import { Circuit } from "./circuit.ts";
import { Entrance } from "./entrance.ts";
import { IdleSessions } from "./idleSessions.ts";
import type { Lease } from "./lease.ts";
import { Loans, type Work } from "./loans.ts";
import { LogIns } from "./logIns.ts";
import { type PoolShares, throttleFor, unshared } from "./poolShares.ts";
import { ServerTime } from "./serverTime.ts";
import type { Session } from "./session.ts";
import { SessionLimit } from "./sessionLimit.ts";
import { SpareLine } from "./spareLine.ts";
import { unknownTraits } from "./traits.ts";
import { WaitingLine } from "./waitingLine.ts";

/**
 * The sessions of one server. Who wants one waits in line; no more than `connections` are open at once, or as many of them as are worth it. The
 * first log-in goes alone: it learns what the server has, and when it fails for good, all who wait are told so instead of each trying on its own.
 */
export class Pool {
  #address: ServerAddress;
  readonly #shares: PoolShares;
  readonly #circuit: Circuit;
  readonly #entrance: Entrance;
  readonly #limit: SessionLimit;
  readonly #logIns: LogIns;
  readonly #loans: Loans;
  readonly #idle = new IdleSessions();
  readonly #waiters = new WaitingLine<Lease>();
  /** Who can do without one. */
  readonly #spareWaiters = new SpareLine<Lease>();
  readonly #serverTime = new ServerTime();
  /** Why there will be no session any more. */
  #over: Fault | undefined;

  constructor(address: ServerAddress, shares = unshared()) {
    this.#address = address;
    this.#shares = shares;
    this.#circuit = new Circuit(address);
    const traits = unknownTraits();
    this.#entrance = new Entrance(address, traits, this.#circuit);
    this.#loans = new Loans(address, (session) => this.#takeBack(session));
    this.#logIns = new LogIns(this.#entrance, traits, {
      waiting: () => this.#waiters.length + this.#spareWaiters.length,
      open: () => this.#open,
      onSession: (session) => this.#welcome(session),
      onRefused: () => this.#limit.refused(this.size),
      onFailed: (fault) => this.#refused(fault),
      onOver: () => this.#serve(),
    });
    this.#limit = new SessionLimit(address, shares.auto, {
      standing: () => ({ lent: this.#loans.living, opening: this.#logIns.underWay }),
      onChanged: () => this.#serve(),
    });
  }

  /**
   * While this says true, "too many connections" costs no retry even when no session of ours lives: somebody else of the
   * same harvest, such as a listing in another process, may hold the one that there is.
   */
  set patience(hasPatience: () => boolean) {
    this.#entrance.patience = hasPatience;
  }

  /** Sessions that are open or being opened. */
  get size(): number {
    return this.#open + this.#logIns.underWay;
  }

  /** Sessions that were found to be worth it last; undefined where their number is fixed. */
  get found(): number | undefined {
    return this.#limit.found;
  }

  /** Takes a session, opening one if there may be one more. Throws a `Fault` when there is none to be had. */
  lease(signal: AbortSignal, work: Work = { heard: false }): Promise<Lease> {
    if (signal.aborted) return Promise.reject(abandoned());
    if (this.#over === undefined) this.#startTime();
    const lease = this.#waiters.join(signal, work);
    this.#serve();
    return lease;
  }

  /**
   * The same for who can do without: comes when a session has been idle for a moment, or one more may be opened, and nobody waits in the other
   * line. May never come; rejects as the other.
   */
  leaseSpare(signal: AbortSignal, work: Work): Promise<Lease> {
    if (signal.aborted) return Promise.reject(abandoned());
    const lease = this.#spareWaiters.join(signal, work);
    this.#serve();
    return lease;
  }

  /** Somebody waits for a session who can't do without: spare ones should come back soon. */
  get isShort(): boolean {
    return this.#waiters.length > 0;
  }

  /** A session that is there, at once; undefined where there is none, or others wait for one. */
  leaseNow(signal: AbortSignal, work: Work): Lease | undefined {
    if (signal.aborted || this.#waiters.length > 0 || this.#refusal !== undefined || this.#circuit.onTrial)
      return undefined;
    const session = this.#idle.take();
    return session === undefined ? undefined : this.#loan(session, true, signal, work);
  }

  /** Logs out of the sessions that nobody uses now. */
  closeIdle(): void {
    this.#idle.close();
  }

  /** Nobody uses it for now: ends everything, also what is on loan, but keeps what it has learned of the server. */
  pause(): void {
    this.#endAll(abandoned());
    this.#limit.end();
  }

  /** Somebody uses it again, with so many sessions at most. */
  resume(address: ServerAddress): void {
    this.#address = address;
    this.#limit.adapt(address);
  }

  /** Ends everything for good. */
  close(): void {
    this.#end(abandoned());
  }

  #end(reason: Fault): void {
    this.#serverTime.end();
    this.#limit.end();
    this.#over ??= reason;
    this.#endAll(reason);
  }

  #endAll(reason: Fault): void {
    this.#logIns.abandon();
    this.closeIdle();
    this.#loans.close(reason);
    this.#dismiss(reason);
  }

  #startTime(): void {
    this.#serverTime.begin(this.#address.server_timeout_ms, (fault) => this.#end(fault));
  }

  #serve(): void {
    const refusal = this.#refusal;
    if (refusal !== undefined) return this.#dismiss(refusal);
    // A large file proves long before its end that the server lives.
    if (this.#circuit.onTrial && this.#loans.someGetOn) this.#circuit.succeeded();
    this.#serveLine(this.#waiters);
    // While some wait for what comes of a trial, or of work that began before it, that is looked at again and again.
    if (this.#trialGoesOn && this.#waiters.length > 0) this.#loans.later(() => this.#serve());
    this.#spareWaiters.seeToSoon(() => this.#serveSpares());
  }

  #dismiss(reason: Fault): void {
    this.#waiters.dismiss(reason);
    this.#spareWaiters.dismiss(reason);
  }

  #serveSpares(): void {
    if (this.#waiters.length > 0 || this.#refusal !== undefined || this.#circuit.onTrial) return;
    this.#serveLine(this.#spareWaiters);
  }

  /** Idle sessions to those who wait in it, and new ones for the others, as far as there may be more. */
  #serveLine(line: WaitingLine<Lease>): void {
    while (line.length > 0 && !this.#trialGoesOn) {
      const session = this.#idle.take();
      if (session === undefined) break;
      this.#lend(session, true);
    }
    while (line.length > this.#logIns.underWay && this.#mayOpen) this.#openOne();
  }

  /** Why nobody gets a session now. */
  get #refusal(): Fault | undefined {
    return this.#over ?? this.#circuit.fault;
  }

  /** Sessions that are open. */
  get #open(): number {
    return this.#loans.living + this.#idle.length;
  }

  /** A server that counted as dead is tried by one; the others wait for what comes of it. */
  get #trialGoesOn(): boolean {
    return this.#circuit.onTrial && this.#loans.size + this.#logIns.underWay > 0;
  }

  get #mayOpen(): boolean {
    return !this.#trialGoesOn && this.size < this.#limit.most && this.#logIns.mayBegin;
  }

  #openOne(): void {
    this.#logIns.begin(this.#address, throttleFor(this.#address, this.#shares, this.#limit.counter));
  }

  #lend(session: Session, reused: boolean): void {
    const waiter = this.#waiters.next() ?? this.#spareWaiters.next();
    if (waiter === undefined) {
      this.#idle.add(session);
      return;
    }
    waiter.resolve(this.#loan(session, reused, waiter.signal, waiter.work));
  }

  #loan(session: Session, reused: boolean, signal: AbortSignal, work: Work): Lease {
    return {
      session,
      reused,
      succeeded: () => this.#circuit.succeeded(),
      failed: (fault) => this.#failed(fault, work),
      release: this.#loans.lend(session, work, signal),
    };
  }

  #takeBack(session: Session): void {
    if (session.usable && this.#over === undefined && !this.#limit.isEnough(this.size)) this.#idle.add(session);
    else session.close();
    const waiting = this.#waiters.length;
    this.#serve();
    this.#limit.done(waiting);
  }

  #failed(fault: Fault, work: Work): void {
    if (this.#loans.someGetOn) return this.#circuit.succeeded();
    this.#circuit.failed(fault, work);
    if (this.#circuit.fault !== undefined) this.closeIdle();
  }

  #welcome(session: Session): void {
    this.#lend(session, false);
    this.#limit.accepted(this.#open);
  }

  /** There is no session to be had: for now, or for good where trying again can't help. */
  #refused(fault: Fault): void {
    if (fault.retry) this.#circuit.open(fault);
    else this.#over ??= fault;
  }
}
