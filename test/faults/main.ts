// `npm run test:faults -- --seeds 10000 --jobs 2`: draws schedules of faults from seeds, runs them and judges what came of them.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Failure, Shrunk } from "./check.ts";
import type { Wanted } from "./drawSchedule.ts";
import type { Schedule } from "./schedule.ts";
import { failureText, shrunkText, summary } from "./summary.ts";
import { Tally } from "./tally.ts";
import type { Answer, Task } from "./work.ts";
import { Worker } from "./workers.ts";

/** A worker that needs more leaks it. */
const MOST_MEMORY_bytes = 1024 ** 3;

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "1000" },
    from: { type: "string", default: "1" },
    jobs: { type: "string", default: "1" },
    /** Schedules at once in each job. */
    width: { type: "string", default: "12" },
    /** Failures that are shrunk; more are named only. */
    shrink: { type: "string", default: "5" },
    seed: { type: "string" },
    path: { type: "string" },
    schedule: { type: "string" },
    form: { type: "string" },
    "one-passing": { type: "boolean", default: false },
  },
});

const wanted: Wanted = {
  ...(values.form !== undefined && { form: formNamed(values.form) }),
  ...(values["one-passing"] && { profile: "one passing" as const }),
};
const flags = [
  ...(values["one-passing"] ? ["--one-passing"] : []),
  ...(values.form ? ["--form", values.form] : []),
].join(" ");

function formNamed(form: string): Schedule["form"] {
  if (form === "operators" || form === "pipe" || form === "harvest") return form;
  throw new Error(`--form ${form}: it is operators, pipe or harvest`);
}

/** Tasks that stand for what was asked, with the line that replays each. */
function* tasks(): Generator<{ task: Task; replay: string }, void> {
  if (values.schedule !== undefined) {
    // Whoever writes a schedule by hand writes one of that type.
    const schedule = JSON.parse(readFileSync(values.schedule, "utf8")) as Schedule;
    yield { task: { do: "run", schedule }, replay: replayLine(`--schedule ${values.schedule}`) };
  } else if (values.seed !== undefined) {
    const path = values.path === undefined ? {} : { path: values.path };
    const seed = Number(values.seed);
    const at = path.path === undefined ? "" : ` --path "${path.path}"`;
    yield { task: { do: "check", seed, wanted, ...path }, replay: replayLine(`--seed ${seed}${at}`) };
  } else {
    const from = Number(values.from);
    for (let seed = from; seed < from + Number(values.seeds); seed++) {
      yield { task: { do: "check", seed, wanted }, replay: replayLine(`--seed ${seed}`) };
    }
  }
}

function replayLine(what: string): string {
  return `npm run test:faults -- ${[what, flags].filter((part) => part !== "").join(" ")}`;
}

interface FailedTask {
  readonly task: Task;
  readonly replay: string;
  readonly failure: Failure | { readonly why: string };
}

class Runner {
  readonly tally = new Tally();
  readonly failed: FailedTask[] = [];
  readonly leaks: string[] = [];
  passed = 0;
  peak_bytes = 0;
  stopped = false;
  readonly #tasks = tasks();
  readonly #folder: string;
  readonly #workers = new Set<Worker>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async run(): Promise<void> {
    await Promise.all(Array.from({ length: Number(values.jobs) }, () => this.#job()));
  }

  /** A smaller schedule that fails as well, found by a process of its own. */
  async shrink({ task }: FailedTask): Promise<Shrunk | undefined> {
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

  kill(): void {
    for (const worker of this.#workers) worker.kill();
  }

  #open(): Worker {
    const worker = new Worker(this.#folder);
    this.#workers.add(worker);
    return worker;
  }

  async #job(): Promise<void> {
    const worker = this.#open();
    await Promise.all(Array.from({ length: Number(values.width) }, () => this.#lane(worker)));
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
    for (let next = this.#tasks.next(); !next.done && !this.stopped; next = this.#tasks.next()) {
      const { task, replay } = next.value;
      try {
        this.#take(await worker.ask(task), task, replay);
      } catch (error) {
        this.#fail({ task, replay, failure: { why: String(error) } });
        return; // it has died
      }
      if (process.stderr.isTTY) process.stderr.write(`\r${this.passed} passed, ${this.failed.length} failed `);
    }
  }

  #take(answer: Answer, task: Task, replay: string): void {
    if ("passed" in answer) {
      this.passed++;
      this.tally.addSums(answer.passed);
    } else if ("failed" in answer) {
      this.#fail({ task, replay, failure: answer.failed });
    }
  }

  #fail(failed: FailedTask): void {
    this.failed.push(failed);
    console.log(failureText(failed));
  }
}

async function main(): Promise<number> {
  const began_ms = performance.now();
  const folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "fh-faults-"));
  const runner = new Runner(folder);
  process.on("SIGINT", () => {
    // What is under way is finished; a second one does not wait for that.
    if (runner.stopped) runner.kill();
    runner.stopped = true;
  });
  try {
    await runner.run();
    for (const failed of runner.failed.slice(0, runner.stopped ? 0 : Number(values.shrink))) {
      const shrunk = await runner.shrink(failed);
      if (shrunk !== undefined) console.log(shrunkText(failed.replay, shrunk, flags));
    }
    const seconds = (performance.now() - began_ms) / 1000;
    console.log(summary({ ...runner, sums: runner.tally.sums, failed: runner.failed.length, seconds }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const sound = runner.failed.length === 0 && runner.leaks.length === 0 && runner.peak_bytes < MOST_MEMORY_bytes;
  return runner.stopped ? 130 : sound ? 0 : 1;
}

process.exitCode = await main();
