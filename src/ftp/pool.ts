import { Fault } from "../records/fault.ts";
import { abandoned } from "./abandoned.ts";
import type { ServerAddress } from "./address.ts";
import { Allowance } from "./allowance.ts";
import { AutoSessions } from "./autoSessions.ts";
import { Circuit } from "./circuit.ts";
import { type Asker, Entrance } from "./entrance.ts";
import { Loans, type Work } from "./loans.ts";
import { onAbort } from "./onAbort.ts";
import { type PoolShares, throttleFor, unshared } from "./poolShares.ts";
import type { Session } from "./session.ts";
import type { Throttle } from "./throttle.ts";
import { unknownTraits } from "./traits.ts";
import { WaitingLine } from "./waitingLine.ts";

/** So long a session lies idle before it is spare. */
const SPARE_AFTER_MS = 10;

/** A session on loan. When the signal that it was asked with is aborted, the session is closed, whatever it is doing. */
export interface Lease {
  readonly session: Session;
  /** It has served before: when it turns out dead at its first command, that is no fault of the server. */
  readonly reused: boolean;
  /** The server did what it was asked for, or said in order that it won't: it lives. */
  succeeded(): void;
  /** The work failed; too much of that in a row, and the server counts as dead (`give_up_after`). */
  failed(fault: Fault): void;
  /** Gives it back; a session that is not usable any more is dropped. */
  release(): void;
}

/**
 * The sessions of one server. Who wants one waits in line; no more than `connections` are open at once, or as many of them as are worth it. The first log-in goes
 * alone: it learns what the server has, and when it fails for good, all who wait are told so instead of each trying on
 * its own.
 */
export class Pool {
  #address: ServerAddress;
  readonly #shares: PoolShares;
  readonly #traits = unknownTraits();
  readonly #circuit: Circuit;
  readonly #allowance: Allowance;
  #auto: AutoSessions | undefined;
  readonly #entrance: Entrance;
  readonly #loans: Loans;
  readonly #idle: Session[] = [];
  readonly #waiters = new WaitingLine<Lease>();
  /** Who can do without one, and gets what nobody else wants. */
  readonly #spareWaiters = new WaitingLine<Lease>();
  #stop = new AbortController();
  #opening = 0;
  /** Why there will be no session any more. */
  #over: Fault | undefined;
  #serverTime: NodeJS.Timeout | undefined;
  #trialIsWatched = false;
  #sparesAreSeenTo = false;

  constructor(address: ServerAddress, shares = unshared()) {
    this.#address = address;
    this.#shares = shares;
    this.#circuit = new Circuit(address);
    this.#allowance = new Allowance(address.connections);
    this.#entrance = new Entrance(address, this.#traits, this.#circuit);
    this.#loans = new Loans(address);
    this.#adapt();
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
    return this.#loans.living + this.#idle.length + this.#opening;
  }

  /** Sessions that were found to be worth it last; undefined where their number is fixed. */
  get found(): number | undefined {
    return this.#auto?.wanted;
  }

  /** Takes a session, opening one if there may be one more. Throws a `Fault` when there is none to be had. */
  lease(signal: AbortSignal, work: Work = { heard: false }): Promise<Lease> {
    if (signal.aborted) return Promise.reject(abandoned());
    this.#startTime();
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
    const session = this.#usableIdle();
    return session === undefined ? undefined : this.#loan(session, true, signal, work);
  }

  /** Logs out of the sessions that nobody uses now. */
  closeIdle(): void {
    for (const session of this.#idle.splice(0)) session.close();
  }

  /** Nobody uses it for now: ends everything, also what is on loan, but keeps what it has learned of the server. */
  pause(): void {
    this.#endAll(abandoned());
    this.#auto?.end();
    this.#stop = new AbortController();
  }

  /** Somebody uses it again, with so many sessions at most. */
  resume(address: ServerAddress): void {
    this.#address = address;
    this.#allowance.most = address.connections;
    this.#adapt();
  }

  /** Ends everything for good. */
  close(): void {
    this.#end(abandoned());
  }

  #end(reason: Fault): void {
    clearTimeout(this.#serverTime);
    this.#auto?.end();
    this.#over ??= reason;
    this.#endAll(reason);
  }

  #endAll(reason: Fault): void {
    this.#stop.abort();
    this.closeIdle();
    this.#loans.close(reason);
    this.#dismiss(reason);
  }

  /** `server_timeout` begins. It keeps no process alive. */
  #startTime(): void {
    if (this.#serverTime !== undefined || this.#over !== undefined) return;
    const { server_timeout_ms } = this.#address;
    const message = `all work on this server took longer than \`server_timeout\` (${server_timeout_ms / 1000} s)`;
    const expire = () => this.#end(new Fault("timeout", message, { retry: false }));
    this.#serverTime = setTimeout(expire, server_timeout_ms).unref();
  }

  #serve(): void {
    const refusal = this.#refusal;
    if (refusal !== undefined) return this.#dismiss(refusal);
    // A large file proves long before its end that the server lives.
    if (this.#circuit.onTrial && this.#loans.someGetOn) this.#circuit.succeeded();
    this.#serveLine(this.#waiters);
    this.#watchTrial();
    this.#serveSparesSoon();
  }

  #dismiss(reason: Fault): void {
    this.#waiters.dismiss(reason);
    this.#spareWaiters.dismiss(reason);
  }

  /** Not at once: who gives a session back often wants one for its next file in the same breath. */
  #serveSparesSoon(): void {
    if (this.#sparesAreSeenTo || this.#spareWaiters.length === 0) return;
    this.#sparesAreSeenTo = true;
    setTimeout(() => {
      this.#sparesAreSeenTo = false;
      this.#serveSpares();
    }, SPARE_AFTER_MS).unref();
  }

  #serveSpares(): void {
    if (this.#waiters.length > 0 || this.#refusal !== undefined || this.#circuit.onTrial) return;
    this.#serveLine(this.#spareWaiters);
  }

  /** Idle sessions to those who wait in it, and new ones for the others, as far as there may be more. */
  #serveLine(line: WaitingLine<Lease>): void {
    while (line.length > 0 && !this.#trialGoesOn) {
      const session = this.#usableIdle();
      if (session === undefined) break;
      this.#lend(session, true);
    }
    while (line.length > this.#opening && this.#mayOpen()) {
      this.#opening++;
      void this.#open(this.#stop.signal);
    }
  }

  /** Why nobody gets a session now. */
  get #refusal(): Fault | undefined {
    return this.#over ?? this.#circuit.fault;
  }

  #usableIdle(): Session | undefined {
    let session = this.#idle.pop();
    while (session !== undefined && !session.usable) session = this.#idle.pop();
    return session;
  }

  /** A server that counted as dead is tried by one; the others wait for what comes of it. */
  get #trialGoesOn(): boolean {
    return this.#circuit.onTrial && this.#loans.size + this.#opening > 0;
  }

  /** While some wait for what comes of a trial, or of work that began before it, that is looked at again and again. */
  #watchTrial(): void {
    if (this.#trialIsWatched || !this.#trialGoesOn || this.#waiters.length === 0) return;
    this.#trialIsWatched = true;
    this.#loans.later(() => {
      this.#trialIsWatched = false;
      this.#serve();
    });
  }

  /** While no session lives, log-ins go one at a time. */
  #mayOpen(): boolean {
    if (this.#trialGoesOn || this.size >= this.#most) return false;
    return this.#opening === 0 || (this.#traits.known && this.size > this.#opening);
  }

  #lend(session: Session, reused: boolean): void {
    const waiter = this.#waiters.next() ?? this.#spareWaiters.next();
    if (waiter === undefined) {
      this.#idle.push(session);
      return;
    }
    waiter.resolve(this.#loan(session, reused, waiter.signal, waiter.work));
  }

  #loan(session: Session, reused: boolean, signal: AbortSignal, work: Work): Lease {
    this.#loans.add(session, work);
    const stopListening = onAbort(signal, () => session.close(abandoned()));
    let over = false;
    return {
      session,
      reused,
      succeeded: () => this.#circuit.succeeded(),
      failed: (fault) => this.#failed(fault, work),
      release: () => {
        if (over) return;
        over = true;
        stopListening();
        this.#loans.remove(session);
        if (session.usable && this.#over === undefined && !this.#isSurplus) this.#idle.push(session);
        else session.close();
        const waiting = this.#waiters.length;
        this.#serve();
        if (this.#auto?.done(waiting) === true) this.#serve();
      },
    };
  }

  #failed(fault: Fault, work: Work): void {
    if (this.#loans.someGetOn) return this.#circuit.succeeded();
    this.#circuit.failed(fault, work);
    if (this.#circuit.fault !== undefined) this.closeIdle();
  }

  async #open(signal: AbortSignal): Promise<void> {
    const asker: Asker = {
      signal,
      isWanted: () => this.#waiters.length + this.#spareWaiters.length >= this.#opening,
      hasOthers: () => this.size > 1,
    };
    try {
      const session = await this.#entrance.logIn(this.#address, asker, this.#throttle());
      this.#opening--;
      if (session === "refused") this.#lower(this.size);
      else if (session !== "unwanted") this.#welcome(session, signal);
    } catch (error) {
      this.#opening--;
      if (!signal.aborted) this.#refused(error instanceof Fault ? error : new Fault("protocol", String(error)));
    }
    this.#serve();
  }

  /** The server took so many and no more. */
  #lower(sessions: number): void {
    this.#allowance.lower(sessions);
    this.#auto?.bound(this.#allowance.sessions);
  }

  /** Sessions that there may be now. */
  get #most(): number {
    return Math.min(this.#allowance.sessions, this.#auto?.wanted ?? Number.POSITIVE_INFINITY);
  }

  /** One more than are worth it. */
  get #isSurplus(): boolean {
    return this.#auto !== undefined && this.size >= this.#most;
  }

  /** From now on their number is as the settings say: fixed, or to be found. */
  #adapt(): void {
    this.#auto?.end();
    const standing = () => ({ most: this.#allowance.sessions, lent: this.#loans.living, opening: this.#opening });
    this.#auto = this.#address.connections_auto ? new AutoSessions(standing, this.#shares.auto) : undefined;
  }

  #took(bytes: number): void {
    if (this.#auto?.took(bytes) === true) this.#serve();
  }

  #throttle(): Throttle | undefined {
    const count = this.#auto === undefined ? undefined : (bytes: number) => this.#took(bytes);
    return throttleFor(this.#address, this.#shares, count);
  }

  #welcome(session: Session, signal: AbortSignal): void {
    if (signal.aborted) return session.close();
    this.#lend(session, false);
    this.#allowance.atLeast(this.size - this.#opening);
  }

  /** There is no session to be had: for now, or for good where trying again can't help. */
  #refused(fault: Fault): void {
    if (fault.retry) this.#circuit.open(fault);
    else this.#over ??= fault;
  }
}
