import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Answer, Order } from "./orders.ts";

const PROGRAM = fileURLToPath(new URL("harvester.ts", import.meta.url));

/** The process that harvests; ended at the end of an `await using`. */
export class HarvesterProcess implements AsyncDisposable {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;

  constructor(env: Readonly<Record<string, string>>) {
    this.#child = fork(PROGRAM, [], {
      execArgv: ["--expose-gc", "--import", "tsx"],
      env: { ...process.env, ...env },
      // Ctrl-C in a terminal is for the process that conducts the soak.
      detached: true,
    });
    this.#ended = once(this.#child, "exit");
  }

  /** Has one thing done. Rejects when the process ends instead, or with the reason of the signal. */
  async ask(order: Order, signal: AbortSignal): Promise<Answer> {
    signal.throwIfAborted();
    const over = new AbortController();
    const stop = AbortSignal.any([signal, over.signal]);
    const answered = once(this.#child, "message", { signal: stop }).then(([answer]: Answer[]) => answer);
    const died = once(this.#child, "exit", { signal: stop }).then(([code, by]) => {
      throw new Error(`the harvesting process ended (${by ?? code})`);
    });
    this.#child.send(order);
    try {
      return await (Promise.race([answered, died]) as Promise<Answer>);
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      over.abort();
      await Promise.allSettled([answered, died]);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.#ended;
  }
}
