import type { Session } from "./session.ts";

/** The sessions of a server that nobody uses now. */
export class IdleSessions {
  readonly #sessions: Session[] = [];

  /** Also those that have died since. */
  get length(): number {
    return this.#sessions.length;
  }

  add(session: Session): void {
    this.#sessions.push(session);
  }

  /** The one that came last, of those that live. */
  take(): Session | undefined {
    let session = this.#sessions.pop();
    while (session !== undefined && !session.usable) session = this.#sessions.pop();
    return session;
  }

  /** Logs out of all of them. */
  close(): void {
    for (const session of this.#sessions.splice(0)) session.close();
  }
}
