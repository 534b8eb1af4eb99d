import { Fault } from "../records/fault.ts";
import type { TakeChunk } from "./transferRequest.ts";

/** Who hands the bytes on. */
export interface TakerEvents {
  /** The bytes are not put away yet: nothing more is read before they are. */
  onHold(): void;
  onGoOn(): void;
  onTakeFailed(fault: Fault): void;
}

/** Hands on the bytes of one transfer, and knows whether somebody still uses them. */
export class Taker {
  readonly #chunk: TakeChunk;
  readonly #events: TakerEvents;
  /** While there are bytes in use; never rejects. */
  #taking: Promise<void> | undefined;
  #fault: Fault | undefined;

  constructor(chunk: TakeChunk, events: TakerEvents) {
    this.#chunk = chunk;
    this.#events = events;
  }

  /** Neither throws nor rejects. */
  take(offset: number, bytes: Uint8Array): void | Promise<void> {
    try {
      const taking = this.#chunk(offset, bytes);
      return taking === undefined ? undefined : this.#holdFor(taking);
    } catch (error) {
      return this.#failed(error);
    }
  }

  /** Calls back when no bytes are in use any more, with the fault of who took them, if there is one. */
  whenFree(free: (fault: Fault | undefined) => void): void {
    if (this.#taking === undefined) return free(this.#fault);
    void this.#taking.then(() => free(this.#fault));
  }

  #holdFor(taking: Promise<void>): Promise<void> {
    this.#events.onHold();
    this.#taking = taking.then(
      () => {
        this.#taking = undefined;
        this.#events.onGoOn();
      },
      (error) => {
        this.#taking = undefined;
        this.#failed(error);
      },
    );
    return this.#taking;
  }

  #failed(error: unknown): void {
    this.#fault = error instanceof Fault ? error : new Fault("disk", String(error), { cause: error });
    this.#events.onTakeFailed(this.#fault);
  }
}
