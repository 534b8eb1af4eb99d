import { setTimeout as sleep } from "node:timers/promises";
import { Fault } from "../records/fault.ts";
import { abandoned } from "./abandoned.ts";
import type { ServerAddress } from "./address.ts";
import { onAbort } from "./onAbort.ts";
import { Session } from "./session.ts";
import { unknownTraits } from "./traits.ts";

/** A session on loan. When the signal that it was asked with is aborted, the session is closed, whatever it is doing. */
export interface Lease {
  readonly session: Session;
  /** It has served before: when it turns out dead at its first command, that is no fault of the server. */
  readonly reused: boolean;
  /** Gives it back; a session that is not usable any more is dropped. */
  release(): void;
}

interface Waiter {
  readonly signal: AbortSignal;
  resolve(lease: Lease): void;
  reject(error: unknown): void;
}

/** No wait between two log-ins is longer than this. */
const MAX_DELAY_MS = 60_000;
/** While others of this harvest may hold the server's last session, it is asked for at least and at most this often. */
const MAX_PATIENT_DELAY_MS = 10_000;
const MIN_PATIENT_DELAY_MS = 100;
/** After this long a server that took no more sessions may be asked for one more (as lftp does). */
const RAISE_AFTER_MS = 300_000;

/**
 * The sessions of one server. Who wants one waits in line; no more than `connections` are open at once. The first log-in goes
 * alone: it learns what the server has, and when it fails for good, all who wait are told so instead of each trying on
 * its own.
 */
export class Pool {
  readonly #address: ServerAddress;
  readonly #traits = unknownTraits();
  readonly #idle: Session[] = [];
  readonly #waiters: Waiter[] = [];
  readonly #stop = new AbortController();
  readonly #leased = new Set<Session>();
  /** What the server takes, as far as is known; never more than `connections`. */
  #limit: number;
  #lowered_ms = 0;
  #opening = 0;
  #dead: Fault | undefined;
  #patience: () => boolean = () => false;

  constructor(address: ServerAddress) {
    this.#address = address;
    this.#limit = this.#most;
  }

  /**
   * While this says true, "too many connections" costs no retry even when no session of ours lives: somebody else of the
   * same harvest, such as a listing in another process, may hold the one that there is.
   */
  set patience(hasPatience: () => boolean) {
    this.#patience = hasPatience;
  }

  /** Sessions that are open or being opened. */
  get size(): number {
    return this.#leased.size + this.#idle.length + this.#opening;
  }

  get #most(): number {
    return Math.max(1, this.#address.connections);
  }

  /** Takes a session, opening one if there may be one more. Throws a `Fault` when there is none to be had. */
  lease(signal: AbortSignal): Promise<Lease> {
    if (signal.aborted) return Promise.reject(abandoned());
    return new Promise((resolve, reject) => {
      const stopListening = onAbort(signal, () => {
        this.#waiters.splice(this.#waiters.indexOf(waiter), 1);
        reject(abandoned());
      });
      const waiter: Waiter = {
        signal,
        resolve(lease) {
          stopListening();
          resolve(lease);
        },
        reject(error) {
          stopListening();
          reject(error);
        },
      };
      this.#waiters.push(waiter);
      this.#serve();
    });
  }

  /** Logs out of the sessions that nobody uses now. */
  closeIdle(): void {
    for (const session of this.#idle.splice(0)) session.close();
  }

  /** Ends everything, also what is on loan. */
  close(): void {
    this.#dead = abandoned();
    this.#stop.abort();
    this.closeIdle();
    for (const session of this.#leased) session.close(this.#dead);
    for (const waiter of this.#waiters.splice(0)) waiter.reject(this.#dead);
  }

  #serve(): void {
    while (this.#waiters.length > 0) {
      if (this.#dead !== undefined) {
        this.#waiters.shift()?.reject(this.#dead);
        continue;
      }
      const session = this.#idle.pop();
      if (session === undefined) break;
      if (session.usable) this.#lend(session, true);
    }
    while (this.#waiters.length > this.#opening && this.#mayOpen()) {
      this.#opening++;
      void this.#open();
    }
  }

  /** While no session lives, log-ins go one at a time. */
  #mayOpen(): boolean {
    this.#raise();
    if (this.size >= this.#limit) return false;
    return this.#opening === 0 || (this.#traits.known && this.size > this.#opening);
  }

  /** A server that once took no more may do so again. */
  #raise(): void {
    if (this.#limit >= this.#most || performance.now() - this.#lowered_ms < RAISE_AFTER_MS) return;
    this.#limit++;
    this.#lowered_ms = performance.now();
  }

  #lend(session: Session, reused: boolean): void {
    const waiter = this.#waiters.shift();
    if (waiter === undefined) {
      this.#idle.push(session);
      return;
    }
    this.#leased.add(session);
    const stopListening = onAbort(waiter.signal, () => session.close(abandoned()));
    let over = false;
    waiter.resolve({
      session,
      reused,
      release: () => {
        if (over) return;
        over = true;
        stopListening();
        this.#leased.delete(session);
        if (session.usable && this.#dead === undefined) this.#idle.push(session);
        else session.close();
        this.#serve();
      },
    });
  }

  async #open(): Promise<void> {
    try {
      const session = await this.#logIn();
      this.#opening--;
      if (session !== undefined) this.#welcome(session);
    } catch (error) {
      this.#opening--;
      this.#dead ??= error instanceof Fault ? error : new Fault("protocol", String(error));
    }
    this.#serve();
  }

  #welcome(session: Session): void {
    if (this.#dead !== undefined) return session.close();
    this.#lend(session, false);
    this.#limit = Math.max(this.#limit, this.size - this.#opening);
  }

  /** Undefined when there is no session to be had now, but others live or are on their way: who waits gets one of those. */
  async #logIn(): Promise<Session | undefined> {
    let attempt = 1;
    for (let wait = 1; ; wait++) {
      try {
        return await Session.open(this.#address, this.#traits, this.#stop.signal);
      } catch (error) {
        if (!(error instanceof Fault) || this.#stop.signal.aborted) throw error;
        if (this.size > 1) {
          this.#lower();
          return undefined;
        }
        const patient = error.code === "too_many_connections" && this.#patience();
        if (!patient && (!error.retry || attempt++ > this.#address.retries)) throw error;
        const delay_ms = backOff(this.#address.retry_delay_ms, wait);
        const bounded_ms = Math.max(MIN_PATIENT_DELAY_MS, Math.min(delay_ms, MAX_PATIENT_DELAY_MS));
        await sleep(patient ? bounded_ms : delay_ms, undefined, { signal: this.#stop.signal });
      }
    }
  }

  /** One more than the server takes (or it has gone away: then those that live will find out). */
  #lower(): void {
    this.#limit = this.size - 1;
    this.#lowered_ms = performance.now();
  }
}

/** Twice as long after each attempt. */
export function backOff(delay_ms: number, attempt: number): number {
  return Math.min(delay_ms * 2 ** (attempt - 1), MAX_DELAY_MS);
}
