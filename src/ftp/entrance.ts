import { setTimeout as sleep } from "node:timers/promises";
import type { Code } from "../records/codes.ts";
import { Fault } from "../records/fault.ts";
import type { ServerAddress } from "./address.ts";
import { backOff } from "./backOff.ts";
import type { Circuit } from "./circuit.ts";
import { FIRST_SESSIONS } from "./climb.ts";
import { ConnectPace } from "./connectPace.ts";
import { Session } from "./session.ts";
import type { Throttle } from "./throttle.ts";
import type { Traits } from "./traits.ts";

/** Who wants one more session, and how that stands while the log-in is tried again. */
export interface Asker {
  readonly signal: AbortSignal;
  /** Somebody still waits for it. */
  isWanted(): boolean;
  /** Others of this server live or are on their way: without this one, who waits gets one of those. */
  hasOthers(): boolean;
}

/** While others of this harvest may hold the server's last session, it is asked for at least and at most this often. */
const MAX_PATIENT_DELAY_MS = 10_000;
const MIN_PATIENT_DELAY_MS = 100;

/**
 * A server that has let us in before and has enough now is asked again for so long, whatever `retries` is: whoever came in between,
 * such as the other process of this harvest, will be done some time.
 */
const PATIENT_FOR_MS = 300_000;

/** What a server says that has enough sessions, be they those of others. */
export const NO_MORE_NOW: readonly Code[] = ["too_many_connections", "busy"];

/** Log-ins that may follow one another at once. */
function burstOf({ connections, connections_auto }: ServerAddress): number {
  return connections_auto ? Math.min(connections, FIRST_SESSIONS) : connections;
}

/** How a server is logged in to: no faster than it may be asked, and again with back-off where that can help. */
export class Entrance {
  readonly #traits: Traits;
  readonly #circuit: Circuit;
  readonly #pace: ConnectPace;
  /** While this says true, "too many connections" costs no retry: somebody else of the same harvest may hold the last session. */
  patience: () => boolean = () => false;

  constructor(address: ServerAddress, traits: Traits, circuit: Circuit) {
    this.#traits = traits;
    this.#circuit = circuit;
    this.#pace = new ConnectPace(address.connect_interval_ms, Math.max(1, burstOf(address)));
  }

  /**
   * A session; or why there is none and none is needed: nobody wants it any more, or the server refused it (or has gone away: those
   * that live will find out). Rejects with the `Fault` of the last try, or with that of a server that counts as dead.
   */
  async logIn(address: ServerAddress, asker: Asker, throttle?: Throttle): Promise<Session | "unwanted" | "refused"> {
    const { signal } = asker;
    const began_ms = performance.now();
    let failures = 0;
    for (let wait = 1; ; wait++) {
      await this.#turn(signal);
      if (!asker.isWanted()) return "unwanted";
      try {
        return await Session.open(address, this.#traits, signal, throttle);
      } catch (error) {
        if (!(error instanceof Fault) || signal.aborted) throw error;
        if (asker.hasOthers()) return "refused";
        const patient = NO_MORE_NOW.includes(error.code) && this.#isPatient(began_ms);
        if (!patient) this.#giveUpOrNot(error, ++failures, address.retries);
        const delay_ms = backOff(address.retry_delay_ms, wait);
        const bounded_ms = Math.max(MIN_PATIENT_DELAY_MS, Math.min(delay_ms, MAX_PATIENT_DELAY_MS));
        await sleep(patient ? bounded_ms : delay_ms, undefined, { signal });
      }
    }
  }

  async #turn(signal: AbortSignal): Promise<void> {
    const wait_ms = this.#pace.take();
    if (wait_ms > 0) await sleep(wait_ms, undefined, { signal });
  }

  #isPatient(since_ms: number): boolean {
    if (this.#circuit.onTrial) return false;
    return this.patience() || (this.#traits.known && performance.now() - since_ms < PATIENT_FOR_MS);
  }

  /** Throws when no further log-in shall be tried: it can't help, was tried often enough, or the server counts as dead. */
  #giveUpOrNot(fault: Fault, failures: number, retries: number): void {
    const { onTrial } = this.#circuit;
    this.#circuit.failed(fault, undefined);
    if (this.#circuit.fault !== undefined) throw this.#circuit.fault;
    if (onTrial || !fault.retry || failures > retries) throw fault;
  }
}
