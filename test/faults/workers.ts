import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { FAST_CLOCK, OPERATORS_CLOCK } from "./clock.ts";
import type { Answer, Task } from "./work.ts";

const WORKER = fileURLToPath(new URL("worker.ts", import.meta.url));

/** It has said all it had to say: then it ends by itself, or something keeps it. */
const ENDING_MS = 30_000;

type Waiting = { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void };

/** A process that runs schedules. */
export class Worker {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  #number = 0;

  /** `folder` holds the folders of schedules. */
  constructor(folder: string) {
    this.#child = fork(WORKER, {
      execArgv: ["--import", FAST_CLOCK, "--import", "tsx"],
      env: { ...process.env, FAULTS_CLOCK: String(OPERATORS_CLOCK), FAULTS_FOLDER: folder },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    this.#child.on("message", (answer: Answer) => {
      this.#waiting.get(answer.to)?.resolve(answer);
      this.#waiting.delete(answer.to);
    });
    this.#child.on("exit", (code, signal) => {
      const error = new Error(`the process that ran it ended with ${code ?? signal}`);
      for (const { reject } of this.#waiting.values()) reject(error);
      this.#waiting.clear();
    });
  }

  /** Rejects when the process dies. */
  ask(task: Task): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const number = ++this.#number;
      this.#waiting.set(number, { resolve, reject });
      this.#child.send({ number, task }, (error) => error !== null && reject(error));
    });
  }

  /** What it left open, and the most memory that it had. */
  async end(): Promise<{ readonly leaks: readonly string[]; readonly peak_bytes: number }> {
    const answer = await this.ask({ do: "end" });
    if (!("leaks" in answer)) throw new Error("the worker gave an answer to something else");
    const { leaks, peak_bytes } = answer;
    const kept = (await this.#ended()) ? [] : ["something that keeps the process from ending"];
    this.kill();
    return { leaks: [...leaks, ...kept], peak_bytes };
  }

  kill(): void {
    this.#child.kill("SIGKILL");
  }

  async #ended(): Promise<boolean> {
    if (this.#child.exitCode !== null) return true;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(resolve, ENDING_MS, false);
    });
    const ended = await Promise.race([once(this.#child, "exit").then(() => true), late]);
    clearTimeout(timer);
    return ended;
  }
}
