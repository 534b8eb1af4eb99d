import { onAbort } from "../ftp/onAbort.ts";
import type { BackendRequest } from "../pipeline/backend.ts";
import type { AnyRecord } from "../records/record.ts";
import type { FromWorker, ToWorker } from "./messages.ts";

/** What a thread did with a server: all of it, or nothing, because its steps can't be had there. */
export type Done = { readonly done: true } | { readonly done: false; readonly why: string };

type Said = Extract<FromWorker, { readonly say: "note" | "damaged" | "ending" }>;

/** One server's work in a worker thread, as it is seen from here: hands on what comes of it, as fast as that is taken. */
export class Errand {
  /** Settles when the work is over in the worker, and all that came of it is taken. */
  readonly over: Promise<Done>;
  readonly #id: number;
  readonly #request: BackendRequest;
  readonly #tell: (message: ToWorker) => void;
  readonly #batches: (readonly AnyRecord[])[] = [];
  #settle: { readonly resolve: (done: Done) => void; readonly reject: (error: unknown) => void } | undefined;
  #taking = false;
  /** How the worker ended it. */
  #end: (() => void) | undefined;
  /** What the one who is told of it threw: nobody wants any more. */
  #refusal: { readonly error: unknown } | undefined;
  #forget = () => {};

  constructor(id: number, request: BackendRequest, tell: (message: ToWorker) => void) {
    this.#id = id;
    this.#request = request;
    this.#tell = tell;
    this.over = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    // Whoever is told first of the end of a thread must not leave the others unheard.
    this.over.catch(() => {});
  }

  /** The worker has its order. */
  begin(): void {
    this.#forget = onAbort(this.#request.signal, () => this.#tell({ say: "abort", id: this.#id }));
  }

  take(records: readonly AnyRecord[]): void {
    if (this.#refusal !== undefined) return;
    this.#batches.push(records);
    if (!this.#taking) void this.#takeAll();
  }

  /** At once, also before records that nobody has taken yet: as where all is one thread. */
  hear(said: Said): void {
    try {
      if (said.say === "ending") this.#request.ending(said.record);
      else if (said.say === "note") this.#request.note(said.message);
      else this.#request.damaged(said.message);
    } catch (error) {
      this.#refuse(error);
    }
  }

  end(done: Done): void {
    this.#finish(() => this.#settle?.resolve(done));
  }

  fail(error: Error): void {
    this.#finish(() => this.#settle?.reject(error));
  }

  /** What came before is taken first. */
  #finish(end: () => void): void {
    this.#forget();
    this.#end ??= end;
    if (!this.#taking) this.#settleNow();
  }

  #settleNow(): void {
    if (this.#refusal === undefined) this.#end?.();
    else this.#settle?.reject(this.#refusal.error);
  }

  async #takeAll(): Promise<void> {
    this.#taking = true;
    try {
      for (let batch = this.#batches.shift(); batch !== undefined; batch = this.#batches.shift()) {
        for (const record of batch) {
          if (this.#refusal !== undefined) break;
          const taken = this.#request.emit(record);
          if (taken !== undefined) await taken;
        }
        if (this.#end === undefined) this.#tell({ say: "taken", id: this.#id, records: batch.length });
      }
    } catch (error) {
      this.#refuse(error);
    }
    this.#taking = false;
    if (this.#end !== undefined) this.#settleNow();
  }

  #refuse(error: unknown): void {
    if (this.#refusal !== undefined) return;
    this.#refusal = { error };
    this.#batches.length = 0;
    if (this.#end === undefined) this.#tell({ say: "drop", id: this.#id });
  }
}
