import type { Fault } from "../records/fault.ts";
import { abandoned } from "./abandoned.ts";
import type { ServerAddress } from "./address.ts";
import { onAbort } from "./onAbort.ts";
import type { Session } from "./session.ts";

/** What a session is wanted for: one file, one folder. It is the same object for each try at it. */
export interface Work {
  /** The server has sent something for it in this try. */
  readonly heard: boolean;
}

/** So many times the longest silence: who is heard of and lasts longer than that is not silent. */
const SILENCES = 2;

/** Node's timers may be that much early. */
const TIMER_IS_EARLY_MS = 5;

/** The sessions of a server that are lent now, and what for. */
export class Loans {
  readonly #proven_ms: number;
  readonly #back: (session: Session) => void;
  readonly #loans = new Map<Session, { readonly work: Work; readonly since_ms: number }>();
  #watch: NodeJS.Timeout | undefined;

  /** @param back called with each session that is given back, when it is lent no more */
  constructor({ timeout_ms }: Pick<ServerAddress, "timeout_ms">, back: (session: Session) => void) {
    this.#proven_ms = SILENCES * timeout_ms;
    this.#back = back;
  }

  get size(): number {
    return this.#loans.size;
  }

  /** Those of them that live: who has a dead one may hold it until others have done what it was to do. */
  get living(): number {
    let living = 0;
    for (const session of this.#loans.keys()) if (session.usable) living++;
    return living;
  }

  /** One of them has been getting something for so long that the server lives, whatever else fails: a large file. */
  get someGetOn(): boolean {
    const since_ms = performance.now() - this.#proven_ms;
    return [...this.#loans.values()].some((loan) => loan.work.heard && loan.since_ms <= since_ms);
  }

  /** Returns how to give it back, which counts once. When the signal is aborted the session is closed, whatever it is doing. */
  lend(session: Session, work: Work, signal: AbortSignal): () => void {
    this.#loans.set(session, { work, since_ms: performance.now() });
    const stopListening = onAbort(signal, () => session.close(abandoned()));
    let over = false;
    return () => {
      if (over) return;
      over = true;
      stopListening();
      this.#loans.delete(session);
      this.#back(session);
    };
  }

  /**
   * Calls back when those that are lent now have had the time to get on, once, however often that is asked for meanwhile. Keeps no
   * process alive.
   */
  later(look: () => void): void {
    this.#watch ??= setTimeout(() => {
      this.#watch = undefined;
      look();
    }, this.#proven_ms + TIMER_IS_EARLY_MS).unref();
  }

  /** Ends them all, whatever they are doing. */
  close(reason: Fault): void {
    for (const session of this.#loans.keys()) session.close(reason);
    this.#loans.clear();
  }
}
