import type { BackendRequest } from "../pipeline/backend.ts";
import { UnusableModule } from "../pipeline/stageModule.ts";
import type { AnyRecord } from "../records/record.ts";
import { carried } from "./carriedError.ts";
import { type FromWorker, ON_THEIR_WAY_MAX, type Order } from "./messages.ts";
import type { Outbox } from "./outbox.ts";
import type { Workplace } from "./workplace.ts";

/** One server's work in a worker. */
export class Work {
  readonly #order: Order;
  readonly #outbox: Outbox;
  readonly #stop = new AbortController();
  #onTheirWay = 0;
  #dropped = false;
  #goOn: (() => void) | undefined;

  constructor(order: Order, outbox: Outbox) {
    this.#order = order;
    this.#outbox = outbox;
  }

  /** Told when it can't go on before the other thread has taken records, and when it goes on. */
  onWaits: (how: "waits" | "goes on") => void = () => {};

  /** Works on the server and tells how that ended. */
  async doAt(place: Workplace): Promise<void> {
    const { id, server, steps } = this.#order;
    try {
      await place.run(server, steps, this.#request());
      this.#outbox.say({ say: "done", id });
    } catch (error) {
      this.#outbox.say(ended(id, error));
    }
  }

  /** So many records were taken. */
  taken(records: number): void {
    this.#onTheirWay -= records;
    // At half, so that neither side has to wait for the other.
    if (this.#onTheirWay <= ON_THEIR_WAY_MAX / 2) this.#wake();
  }

  abort(): void {
    this.#stop.abort();
  }

  /** Nobody wants any more of it. */
  drop(): void {
    this.#dropped = true;
    this.abort();
    this.#wake();
  }

  #request(): BackendRequest {
    const { id, run, by, jobs, rate, epoch } = this.#order;
    return {
      ...{ run, by, jobs, rate, epoch, signal: this.#stop.signal },
      emit: (record) => this.#emit(record),
      note: (message) => this.#outbox.say({ say: "note", id, message }),
      damaged: (message) => this.#outbox.say({ say: "damaged", id, message }),
      ending: (record) => this.#outbox.say({ say: "ending", id, record }),
    };
  }

  #emit(record: AnyRecord): Promise<void> | undefined {
    // Ends steps that need not listen to the signal to be right.
    if (this.#dropped) throw new Error("nobody wants the records of this server");
    this.#outbox.record(this.#order.id, record);
    this.#onTheirWay++;
    if (this.#onTheirWay < ON_THEIR_WAY_MAX) return undefined;
    this.#outbox.flush();
    return new Promise((resolve) => {
      this.#goOn = resolve;
      this.onWaits("waits");
    });
  }

  #wake(): void {
    if (this.#goOn === undefined) return;
    this.#goOn();
    this.#goOn = undefined;
    this.onWaits("goes on");
  }
}

function ended(id: number, error: unknown): FromWorker {
  if (error instanceof UnusableModule) return { say: "refused", id, why: error.message };
  return { say: "broken", id, error: carried(error) };
}
