import type { Code } from "../records/codes.ts";
import { Fault } from "../records/fault.ts";
import type { ServerAddress } from "./address.ts";

/** What a server does that is silent or gone, whatever it is asked. */
const SIGNS_OF_DEATH: readonly Code[] = ["timeout", "cut_off", "connect_refused", "unreachable", "dns", "tls"];

/**
 * Whether a server counts as dead. `give_up_after` tries in a row that it fails with silence or broken connections open the circuit: nobody
 * tries any more for `give_up_for_ms`, then one at a time does, and the first success closes it. A single file that always fails,
 * however often it is tried, opens nothing.
 */
export class Circuit {
  readonly #after: number;
  readonly #for_ms: number;
  #failures = 0;
  /** What failed, as long as it was always the same. */
  #only: object | undefined;
  #several = false;
  #opened: { readonly fault: Fault; readonly until_ms: number } | undefined;

  constructor({ give_up_after, give_up_for_ms }: Pick<ServerAddress, "give_up_after" | "give_up_for_ms">) {
    this.#after = give_up_after;
    this.#for_ms = give_up_for_ms;
  }

  /** What those get who want to try; undefined when they may. */
  get fault(): Fault | undefined {
    return this.#opened !== undefined && performance.now() < this.#opened.until_ms ? this.#opened.fault : undefined;
  }

  /** It has been left alone for long enough: one at a time may try. */
  get onTrial(): boolean {
    return this.#opened !== undefined && this.fault === undefined;
  }

  succeeded(): void {
    this.#failures = 0;
    this.#only = undefined;
    this.#several = false;
    this.#opened = undefined;
  }

  /** A try at `work` failed; undefined: a log-in. Other faults than signs of the server's death count for nothing. */
  failed(fault: Fault, work: object | undefined): void {
    if (!fault.retry || !SIGNS_OF_DEATH.includes(fault.code)) return;
    this.#failures++;
    this.#several ||= work === undefined || (this.#only !== undefined && this.#only !== work);
    this.#only = work;
    if (this.onTrial || (this.#failures >= this.#after && this.#several)) this.open(this.#givenUp(fault));
  }

  /** The server counts as dead from now on, unless it does already. */
  open(fault: Fault): void {
    if (this.fault === undefined) this.#opened = { fault, until_ms: performance.now() + this.#for_ms };
  }

  #givenUp(last: Fault): Fault {
    const times = this.#failures === 1 ? "a failure" : `${this.#failures} failures in a row`;
    return new Fault(last.code, `given up after ${times}: ${last.message}`, { retry: true, cause: last });
  }
}
