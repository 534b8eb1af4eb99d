import { Fault } from "../records/fault.ts";
import type { ServerAddress } from "./address.ts";
import type { Asker, Entrance } from "./entrance.ts";
import type { Session } from "./session.ts";
import type { Throttle } from "./throttle.ts";
import type { Traits } from "./traits.ts";

/** For whom sessions are opened. */
export interface LogInEvents {
  /** How many wait for one. */
  waiting(): number;
  /** How many are open. */
  open(): number;
  onSession(session: Session): void;
  /** The server takes no more than are open or on their way. */
  onRefused(): void;
  onFailed(fault: Fault): void;
  /** Called last for each log-in, whatever came of it, also of one that nobody wanted any more: one fewer is under way. */
  onOver(): void;
}

/** The log-ins to one server that are under way. */
export class LogIns {
  readonly #entrance: Entrance;
  readonly #traits: Pick<Traits, "known">;
  readonly #events: LogInEvents;
  #stop = new AbortController();
  #underWay = 0;

  constructor(entrance: Entrance, traits: Pick<Traits, "known">, events: LogInEvents) {
    this.#entrance = entrance;
    this.#traits = traits;
    this.#events = events;
  }

  get underWay(): number {
    return this.#underWay;
  }

  /** While no session lives, they go one at a time. */
  get mayBegin(): boolean {
    return this.#underWay === 0 || (this.#traits.known && this.#events.open() > 0);
  }

  /** One more. */
  begin(address: ServerAddress, throttle: Throttle | undefined): void {
    this.#underWay++;
    void this.#logIn(address, throttle, this.#stop.signal);
  }

  /** Ends them all: no session and no fault comes of them any more. */
  abandon(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
  }

  async #logIn(address: ServerAddress, throttle: Throttle | undefined, signal: AbortSignal): Promise<void> {
    const asker: Asker = {
      signal,
      isWanted: () => this.#events.waiting() >= this.#underWay,
      hasOthers: () => this.#events.open() + this.#underWay > 1,
    };
    try {
      const session = await this.#entrance.logIn(address, asker, throttle);
      this.#underWay--;
      this.#came(session, signal);
    } catch (error) {
      this.#underWay--;
      if (!signal.aborted) this.#events.onFailed(error instanceof Fault ? error : new Fault("protocol", String(error)));
    }
    this.#events.onOver();
  }

  #came(session: Session | "unwanted" | "refused", signal: AbortSignal): void {
    if (session === "unwanted") return;
    if (session === "refused") this.#events.onRefused();
    else if (signal.aborted) session.close();
    else this.#events.onSession(session);
  }
}
