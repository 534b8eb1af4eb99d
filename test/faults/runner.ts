import type { Failure, Shrunk } from "./check.ts";
import { Tally } from "./tally.ts";
import type { Answer, Task } from "./work.ts";
import { Worker } from "./workers.ts";

/** A task, and the line that does it once more. */
export interface Replayable {
  readonly task: Task;
  readonly replay: string;
}

export interface FailedTask extends Replayable {
  readonly failure: Failure | { readonly why: string };
}

interface RunnerRequest {
  readonly tasks: Iterator<Replayable, void>;
  /** Processes, and schedules at once in each. */
  readonly jobs: number;
  readonly width: number;
  /** Holds the folders of schedules. */
  readonly folder: string;
  /** Told of each as it comes. */
  readonly onFailed: (failed: FailedTask) => void;
  readonly onPassed: (passed: number) => void;
}

/** Hands tasks to workers, and adds up what comes of them. */
export class Runner {
  readonly tally = new Tally();
  readonly failed: FailedTask[] = [];
  /** What workers left open. */
  readonly leaks: string[] = [];
  passed = 0;
  /** The most memory that a worker had. */
  peak_bytes = 0;
  readonly #request: RunnerRequest;
  readonly #workers = new Set<Worker>();
  #stopped = false;

  constructor(request: RunnerRequest) {
    this.#request = request;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  /** Resolves when all tasks are done, or those that were begun when it was stopped. */
  async run(): Promise<void> {
    await Promise.all(Array.from({ length: this.#request.jobs }, () => this.#job()));
  }

  /** Begins nothing more. */
  stop(): void {
    this.#stopped = true;
  }

  /** Ends what is under way. */
  kill(): void {
    for (const worker of this.#workers) worker.kill();
  }

  /** A smaller schedule that fails as well, found by a process of its own; undefined where there is none. */
  async shrink({ task }: Replayable): Promise<Shrunk | undefined> {
    if (task.do !== "check" || task.path !== undefined) return undefined;
    const worker = this.#open();
    try {
      const answer = await worker.ask({ do: "shrink", seed: task.seed, wanted: task.wanted });
      return "shrunk" in answer ? (answer.shrunk ?? undefined) : undefined;
    } catch {
      return undefined; // it died of it, which the failure says already
    } finally {
      worker.kill();
      this.#workers.delete(worker);
    }
  }

  #open(): Worker {
    const worker = new Worker(this.#request.folder);
    this.#workers.add(worker);
    return worker;
  }

  async #job(): Promise<void> {
    const worker = this.#open();
    await Promise.all(Array.from({ length: this.#request.width }, () => this.#lane(worker)));
    try {
      const { leaks, peak_bytes } = await worker.end();
      this.leaks.push(...leaks);
      this.peak_bytes = Math.max(this.peak_bytes, peak_bytes);
    } catch (error) {
      this.leaks.push(String(error));
    }
    this.#workers.delete(worker);
  }

  async #lane(worker: Worker): Promise<void> {
    const { tasks } = this.#request;
    for (let next = tasks.next(); next.done !== true; next = tasks.next()) {
      try {
        this.#take(await worker.ask(next.value.task), next.value);
      } catch (error) {
        this.#fail({ ...next.value, failure: { why: String(error) } });
        return; // the worker has died
      }
      if (this.#stopped) return;
    }
  }

  #take(answer: Answer, what: Replayable): void {
    if ("failed" in answer) return this.#fail({ ...what, failure: answer.failed });
    if (!("passed" in answer)) return;
    this.tally.addSums(answer.passed);
    this.#request.onPassed(++this.passed);
  }

  #fail(failed: FailedTask): void {
    this.failed.push(failed);
    this.#request.onFailed(failed);
  }
}
