import { resolve } from "node:path";
import { hostKey } from "../ftp/address.ts";
import { type Backend, type BackendRequest, inlineBackend, type Step } from "../pipeline/backend.ts";
import type { ServerRecord } from "../records/record.ts";
import { giveBackForsaken } from "../sink/forsakenLock.ts";
import { fetchStage } from "../stages/fetch.ts";
import type { WorkerFacts } from "./messages.ts";
import { Thread } from "./thread.ts";

export interface ThreadsRequest extends WorkerFacts {
  /** Workers at most. They begin when they are first needed. */
  readonly most: number;
  /** Told once, when steps can't be had in a worker: their servers are worked on in this thread then. */
  readonly onRefused: (why: string) => void;
}

/** Divides servers over worker threads. Those of one host and port go to the same one: limits of connections are kept there. */
export class Threads implements Backend {
  readonly #request: ThreadsRequest;
  readonly #threads: Thread[] = [];
  /** Kept when a server is done: what is known of a host holds for who comes back. */
  readonly #threadOf = new Map<string, Thread>();
  #refused = false;

  constructor(request: ThreadsRequest) {
    this.#request = request;
  }

  async run(server: ServerRecord, steps: readonly Step[], request: BackendRequest): Promise<void> {
    if (!this.#refused) {
      const thread = this.#of(server);
      const done = await thread.run(server, steps, request).finally(() => {
        if (thread.isGone) giveBackLock(server, steps, request);
      });
      if (done.done) return;
      if (!this.#refused) this.#request.onRefused(done.why);
      this.#refused = true;
    }
    await inlineBackend.run(server, steps, request);
  }

  /** Ends the workers, when what they work on is over. Never rejects. */
  async close(): Promise<void> {
    this.#threadOf.clear();
    await Promise.all(this.#threads.splice(0).map((thread) => thread.close()));
  }

  #of(server: ServerRecord): Thread {
    const key = hostKey(server);
    const known = this.#threadOf.get(key);
    const thread = known === undefined || known.isGone ? this.#freest() : known;
    this.#threadOf.set(key, thread);
    return thread;
  }

  #freest(): Thread {
    const alive = this.#threads.filter(({ isGone }) => !isGone);
    const [freest] = alive.toSorted((one, other) => one.load - other.load);
    if (freest !== undefined && (freest.load === 0 || alive.length >= this.#request.most)) return freest;
    const { env, stateFolder, overall } = this.#request;
    const thread = new Thread({ env, stateFolder, overall });
    this.#threads.push(thread);
    return thread;
  }
}

/** A thread that died has not given it back. */
function giveBackLock(server: ServerRecord, steps: readonly Step[], request: BackendRequest): void {
  const { run = request.run } = server;
  const fetch = steps.find(({ stage, module }) => stage === fetchStage.name && module === undefined);
  if (fetch === undefined) return;
  const to = fetch.values["to"];
  const bufferPath = typeof to === "string" ? resolve(to) : server.buffer_path;
  giveBackForsaken({ bufferPath, server: server.server, run });
}
