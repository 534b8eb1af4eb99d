import { Climb, FIRST_SESSIONS } from "./climb.ts";
import type { SpareSessions } from "./spareSessions.ts";

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
 * if as many sessions as are wanted were at work all the time and somebody waited for one more; the first one after each change
 * does not.
 */
export class AutoSessions {
  readonly #standing: () => Standing;
  readonly #spare: SpareSessions;
  readonly #climb: Climb;
  #spared = 0;
  #began_ms = 0;
  #work_bytes = 0;
  #counts = false;
  /** How many sessions the last span was measured with. */
  #settled = 0;

  constructor(standing: () => Standing, spare: SpareSessions) {
    this.#standing = standing;
    this.#spare = spare;
    this.#climb = new Climb((wanted) => Math.min(standing().most, Math.max(FIRST_SESSIONS, wanted) + spare.left));
  }

  /** Sessions that are wanted now. */
  get wanted(): number {
    return this.#climb.wanted;
  }

  /** Bytes of a file have come. Whether the number that is wanted is another one now. */
  took(bytes: number, now_ms = performance.now()): boolean {
    this.#work_bytes += bytes;
    return now_ms - this.#began_ms >= SHORTEST_MS && this.#look(now_ms);
  }

  /** A file or a folder is done; nobody may wait for its session. Whether the number that is wanted is another one now. */
  done(waiting: number, now_ms = performance.now()): boolean {
    if (waiting === 0) this.#counts = false;
    return this.took(PIECE_BYTES, now_ms);
  }

  /** The server takes no more than so many. */
  bound(sessions: number, now_ms = performance.now()): void {
    this.#climb.bound(sessions, now_ms);
    this.#reckon();
  }

  /** Nobody uses the server any more. */
  end(): void {
    this.#spare.take(-this.#spared);
    this.#spared = 0;
  }

  #look(now_ms: number): boolean {
    const { wanted } = this.#climb;
    const { lent, opening } = this.#standing();
    const ms = now_ms - this.#began_ms;
    const full = this.#counts && lent === wanted && opening === 0;
    const enough = this.#work_bytes >= ENOUGH_BYTES * wanted || ms >= LONGEST_MS;
    if (full && !enough) return false;
    if (full && this.#settled === wanted) this.#climb.see({ at_ms: now_ms, rate: this.#work_bytes / ms });
    this.#settled = full ? wanted : 0;
    this.#began_ms = now_ms;
    this.#work_bytes = 0;
    this.#counts = true;
    this.#reckon();
    return this.#climb.wanted !== wanted;
  }

  #reckon(): void {
    const spared = Math.max(0, this.#climb.wanted - FIRST_SESSIONS);
    this.#spare.take(spared - this.#spared);
    this.#spared = spared;
  }
}
