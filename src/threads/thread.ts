import { Worker } from "node:worker_threads";
import { newHeld } from "../ftp/autoShare.ts";
import { autoShareIn } from "../ftp/poolShares.ts";
import type { BackendRequest, StepDescription } from "../pipeline/backend.ts";
import type { ServerRecord } from "../records/record.ts";
import { arrived } from "./carriedError.ts";
import { type Done, Errand } from "./errand.ts";
import type { FromWorker, ToWorker, WorkerFacts } from "./messages.ts";
import { PONG_MAX_ms, Pulse } from "./pulse.ts";
import { workerFile } from "./workerFile.ts";

/** How long a worker without work may take to end by itself: a module of others may have left something open. */
const GRACE_ms = 1_000;

/** A worker thread, as it is seen from here. */
export class Thread {
  readonly #worker: Worker;
  readonly #errands = new Map<number, Errand>();
  readonly #pulse: Pulse;
  readonly #gone: Promise<void>;
  #error: Error | undefined;
  #ids = 0;

  constructor(facts: WorkerFacts) {
    const held = newHeld();
    this.#worker = new Worker(workerFile(), { workerData: { ...facts, held }, name: "ftp-harvest" });
    this.#worker.on("message", (messages: readonly FromWorker[]) => {
      for (const message of messages) this.#hear(message);
    });
    this.#worker.on("error", (error) => {
      this.#error = error;
    });
    this.#pulse = new Pulse(
      () => this.#tell({ say: "ping" }),
      () => this.#endStuck(),
    );
    this.#gone = new Promise((resolve) => {
      this.#worker.once("exit", (code) => {
        autoShareIn(facts.overall, held).giveBackAll();
        this.#end(this.#error ?? died(code));
        resolve();
      });
    });
  }

  /** It takes no more orders. */
  get isGone(): boolean {
    return this.#error !== undefined;
  }

  /** Servers that it works on. */
  get load(): number {
    return this.#errands.size;
  }

  /** Rejects as `Backend.run` does, and when the thread dies. */
  async run(server: ServerRecord, steps: readonly StepDescription[], request: BackendRequest): Promise<Done> {
    if (this.#error !== undefined) throw this.#error;
    const id = this.#ids++;
    const { run, by, jobs, rate, epoch } = request;
    // Their operators stay here.
    const described = steps.map(({ stage, values, module }) => ({
      stage,
      values,
      ...(module === undefined ? {} : { module }),
    }));
    const errand = new Errand(id, request, (message) => {
      this.#tell(message);
      if (message.say === "abort" || message.say === "drop") this.#pulse.watch();
    });
    this.#errands.set(id, errand);
    this.#tell({ say: "work", order: { id, server, steps: described, run, by, jobs, rate, epoch } });
    errand.begin();
    try {
      return await errand.over;
    } finally {
      this.#errands.delete(id);
      if (this.#errands.size === 0) this.#pulse.end();
    }
  }

  /** Ends it, when what it works on is over. Never rejects. */
  async close(): Promise<void> {
    await Promise.allSettled([...this.#errands.values()].map(({ over }) => over));
    this.#tell({ say: "close" });
    const late = setTimeout(() => void this.#worker.terminate(), GRACE_ms);
    await this.#gone;
    clearTimeout(late);
  }

  #tell(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  #hear(message: FromWorker): void {
    if (message.say === "pong") return this.#pulse.beat();
    const errand = this.#errands.get(message.id);
    if (message.say === "records") errand?.take(message.records);
    else if (message.say === "done") errand?.end({ done: true });
    else if (message.say === "refused") errand?.end({ done: false, why: message.why });
    else if (message.say === "broken") errand?.fail(arrived(message.error));
    else errand?.hear(message);
  }

  /** No word reaches it any more. */
  #endStuck(): void {
    const seconds = PONG_MAX_ms / 1000;
    this.#error ??= new Error(
      `a worker thread was told to stop and did not answer for ${seconds} s: a stage may loop for ever`,
    );
    void this.#worker.terminate();
  }

  /** It is gone: nothing more comes of what it worked on. */
  #end(error: Error): void {
    this.#error = error;
    for (const errand of this.#errands.values()) errand.fail(error);
  }
}

function died(code: number): Error {
  const why = code === 0 ? "nothing was left to wait for, and its work is not over" : `it ended with code ${code}`;
  return new Error(`a worker thread is gone: ${why}`);
}
