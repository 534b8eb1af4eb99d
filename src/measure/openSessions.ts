import { setTimeout as sleep } from "node:timers/promises";
import type { ServerAddress } from "../ftp/address.ts";
import { ConnectPace } from "../ftp/connectPace.ts";
import { NO_MORE_NOW } from "../ftp/entrance.ts";
import { Link } from "../ftp/link.ts";
import { onAbort } from "../ftp/onAbort.ts";
import { throttleFor } from "../ftp/poolShares.ts";
import { Session } from "../ftp/session.ts";
import type { Links } from "../ftp/throttle.ts";
import { unknownTraits } from "../ftp/traits.ts";
import { Fault } from "../records/fault.ts";

/** When a server should have seen that a session is over. */
const GONE_AFTER_MS = 500;
const TRIES = 4;

/**
 * The sessions of one server, opened one after the other so that each log-in can be timed and one refusal is all that a server with a limit
 * sees of us. None follows faster than `connect_interval` lets it. All end with the signal.
 */
export class OpenSessions {
  readonly traits = unknownTraits();
  /** What each log-in took, the connection included. */
  readonly logins_ms: number[] = [];
  readonly #address: ServerAddress;
  readonly #signal: AbortSignal;
  readonly #links: Links;
  readonly #pace: ConnectPace;
  readonly #stopListening: () => void;
  #sessions: Session[] = [];

  /** `overall`: what `rate` at the top of the configuration is for. */
  constructor(address: ServerAddress, signal: AbortSignal, overall: Link) {
    this.#links = { own: new Link(), overall };
    this.#address = address;
    this.#signal = signal;
    this.#pace = new ConnectPace(address.connect_interval_ms, address.connections);
    this.#stopListening = onAbort(signal, () => this.#closeAll());
  }

  /** Those that are usable. */
  get usable(): readonly Session[] {
    this.#sessions = this.#sessions.filter(({ usable }) => usable);
    return this.#sessions;
  }

  /** One that is there, or a new one. Throws a `Fault`. */
  async any(): Promise<Session> {
    for (let tries = 1; ; tries++) {
      const [session] = this.usable;
      if (session !== undefined) return session;
      try {
        return await this.#open();
      } catch (error) {
        if (!this.#isStillIn(error) || tries === TRIES) throw error;
        await sleep(GONE_AFTER_MS, undefined, { signal: this.#signal });
      }
    }
  }

  /** Opens more until there are so many, until the server refuses one, whose `Fault` is returned, or until the time is over. */
  async fill(most: number, until_ms: number): Promise<Fault | undefined> {
    // Counted: a server may let us in and end the session at once.
    for (let wanted = most - this.usable.length; wanted > 0 && performance.now() < until_ms; wanted--) {
      try {
        await this.#open();
      } catch (error) {
        if (!(error instanceof Fault) || this.#signal.aborted) throw error;
        return error;
      }
    }
    return undefined;
  }

  /** Who was let in before and has left may still be there for the server. */
  #isStillIn(error: unknown): boolean {
    return error instanceof Fault && NO_MORE_NOW.includes(error.code) && this.logins_ms.length > 0;
  }

  close(): void {
    this.#stopListening();
    this.#closeAll();
  }

  async #open(): Promise<Session> {
    const wait_ms = this.#pace.take();
    if (wait_ms > 0) await sleep(wait_ms, undefined, { signal: this.#signal });
    const began_ms = performance.now();
    const throttle = throttleFor(this.#address, this.#links);
    const session = await Session.open(this.#address, this.traits, this.#signal, throttle);
    this.logins_ms.push(performance.now() - began_ms);
    this.#sessions.push(session);
    return session;
  }

  #closeAll(): void {
    for (const session of this.#sessions.splice(0)) session.close();
  }
}
