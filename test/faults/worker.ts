// A process that runs schedules, several at once: most of their time they wait. It is told which by messages (see `work.ts`).
import { readdirSync, readlinkSync } from "node:fs";
import { checkSeed, type Failure, reasonOf, shrinkSeed } from "./check.ts";
import { outside_ms } from "./clock.ts";
import { watchIncidents } from "./incidents.ts";
import { runSchedule } from "./runSchedule.ts";
import { Tally } from "./tally.ts";
import type { Answer, Numbered, Task } from "./work.ts";

type Result = Answer extends infer One ? (One extends Answer ? Omit<One, "to"> : never) : never;

/** Timers of what was abandoned run out. */
const SETTLING_MS = 10_000;

watchIncidents();
// Ctrl-C is for the parent to hear, which lets this one finish what it is at.
process.on("SIGINT", () => {});
const socketsBefore = openSockets();

process.on("message", ({ number, task }: Numbered) => {
  void perform(task).then((result) => {
    // Messages are plain JSON both ways.
    process.send?.({ to: number, ...result });
    if (task.do === "end") process.disconnect();
  });
});

async function perform(task: Task): Promise<Result> {
  switch (task.do) {
    case "check":
      return resultOf(await checkSeed(task.seed, task.wanted, task.path));
    case "shrink":
      return { shrunk: (await shrinkSeed(task.seed, task.wanted)) ?? null };
    case "run":
      return resultOf(
        await runSchedule(task.schedule).catch((error) => ({ schedule: task.schedule, why: reasonOf(error) })),
      );
    case "end":
      return { leaks: await leaks(), peak_bytes: process.resourceUsage().maxRSS * 1024 };
  }
}

function resultOf(result: Tally | Failure): Result {
  return result instanceof Tally ? { passed: result.sums } : { failed: result };
}

async function leaks(): Promise<string[]> {
  let left = leaksNow();
  for (let waited_ms = 0; left.length > 0 && waited_ms < SETTLING_MS; waited_ms += 10) {
    await new Promise((resolve) => setTimeout(resolve, outside_ms(10)));
    left = leaksNow();
  }
  return left;
}

function leaksNow(): string[] {
  const timers = process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
  const sockets = openSockets() - socketsBefore;
  return [
    ...(timers > 0 ? [`${timers} timers`] : []),
    ...(sockets > 0 ? [`${sockets} sockets`] : []),
    ...descriptors().filter((path) => path.includes("fh-faults-")),
  ];
}

function openSockets(): number {
  return descriptors().filter((path) => path.startsWith("socket:")).length;
}

/** What this process has open: paths, or `socket:[…]`. */
function descriptors(): string[] {
  return readdirSync("/proc/self/fd").flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/self/fd/${fd}`)];
    } catch {
      return []; // the one of this look itself
    }
  });
}
