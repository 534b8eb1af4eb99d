import type { Session } from "../../ftp/session.ts";
import { Fault } from "../../records/fault.ts";
import { onSession, type SessionWork, Tries } from "../onSession.ts";

/** A walk's work on sessions, one piece after the other. */
export class WalkSessions {
  readonly #work: SessionWork;
  #tries = new Tries();

  constructor(work: SessionWork) {
    this.#work = work;
  }

  with<T>(work: (session: Session) => Promise<T>): Promise<T> {
    this.#tries = new Tries();
    return onSession(this.#work, work, this.#tries);
  }

  /** The fault of one piece of work, after which the walk goes on. Throws what ends it: no session is to be had, a signal, a bug. */
  survived(error: unknown): Fault {
    if (this.#tries.serverIsGone || this.#work.signal.aborted || !(error instanceof Fault)) throw error;
    return error;
  }
}
