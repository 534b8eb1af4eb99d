import type { AutoShare } from "./autoShare.ts";
import { Climb, FIRST_SESSIONS } from "./climb.ts";

/** A span lasts so long at least, until enough was done to judge by; and so long at most. */
const SHORTEST_MS = 300;
const LONGEST_MS = 5_000;
/** For each session. */
const ENOUGH_BYTES = 256 * 1024;
/** What a file, or a folder, costs beside its bytes: as much as so many of them. */
const PIECE_BYTES = 64 * 1024;

/** How the sessions of a server stand. */
export interface Standing {
  /** Sessions that there may be, as far as the server is known. */
  readonly most: number;
  /** Those at work. */
  readonly lent: number;
  /** Log-ins under way. */
  readonly opening: number;
}

/**
 * How many sessions one server is worth (`connections: auto`). Measures what is done in spans of time, and lets `Climb` judge. A span counts only
 * if as many sessions as are wanted were at work, no log-in was under way and somebody always waited for a session; the first one after each
 * change does not.
 */
export class AutoSessions {
  readonly #standing: () => Standing;
  readonly #share: AutoShare;
  readonly #climb: Climb;
  /** Of the spare ones. */
  #taken = 0;
  #began_ms = Number.NEGATIVE_INFINITY;
  #done_bytes = 0;
  /** Of all servers, when the span began. */
  #before_bytes = 0;
  #wasFull = false;
  /** How many sessions were at work in all of the span before; 0 if not in all of it. */
  #settled = 0;

  constructor(standing: () => Standing, share: AutoShare) {
    this.#standing = standing;
    this.#share = share;
    this.#climb = new Climb((wanted) => Math.min(standing().most, Math.max(FIRST_SESSIONS, wanted) + share.spare));
  }

  /** Sessions that are wanted now. */
  get wanted(): number {
    return this.#climb.wanted;
  }

  /** Bytes of a file have come. Whether the number that is wanted is another one now. */
  took(bytes: number, now_ms = performance.now()): boolean {
    this.#done_bytes += bytes;
    this.#share.did(bytes);
    return now_ms - this.#began_ms >= SHORTEST_MS && this.#look(now_ms);
  }

  /** A file or a folder is done, and so many wait for its session. Whether the number that is wanted is another one now. */
  done(waiting: number, now_ms = performance.now()): boolean {
    if (waiting === 0) this.#wasFull = false;
    return this.took(PIECE_BYTES, now_ms);
  }

  /** The server takes no more than so many. */
  bound(sessions: number, now_ms = performance.now()): void {
    this.#climb.bound(sessions, now_ms);
    this.#reckon(now_ms);
  }

  /** Nobody uses the server any more. */
  end(): void {
    this.#share.giveBack(this.#taken);
    this.#taken = 0;
  }

  #look(now_ms: number): boolean {
    const { wanted } = this.#climb;
    const { lent, opening } = this.#standing();
    const ms = now_ms - this.#began_ms;
    const isFull = this.#wasFull && lent === wanted && opening === 0;
    const isEnough = this.#done_bytes >= ENOUGH_BYTES * wanted || ms >= LONGEST_MS;
    if (isFull && !isEnough) return false;
    if (isFull && this.#settled === wanted) this.#judge(now_ms, ms);
    this.#settled = isFull ? wanted : 0;
    this.#began_ms = now_ms;
    this.#done_bytes = 0;
    this.#before_bytes = this.#share.done_bytes;
    this.#wasFull = true;
    return this.#climb.wanted !== wanted;
  }

  #judge(at_ms: number, ms: number): void {
    const others_bytes = this.#share.done_bytes - this.#before_bytes - this.#done_bytes;
    this.#climb.see({ at_ms, rate: this.#done_bytes / ms, others: others_bytes / ms });
    this.#reckon(at_ms);
  }

  #reckon(now_ms: number): void {
    const more = Math.max(0, this.#climb.wanted - FIRST_SESSIONS) - this.#taken;
    if (more <= 0) this.#share.giveBack(-more);
    const got = more <= 0 ? more : this.#share.take(more);
    this.#taken += got;
    // Another thread has been faster.
    if (got < more) this.#climb.bound(FIRST_SESSIONS + this.#taken, now_ms);
  }
}
