import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import type { Ran, Shell } from "../pipes/shell.ts";
import { processState } from "./processState.ts";

const HOOK = new URL("usage.mjs", import.meta.url).href;
const LOOK_EVERY_MS = 200;

/** What one process of a run has used. */
export interface ProcessCost {
  /** Such as `ftp-fetch`. */
  readonly command: string;
  readonly mostRss_KiB: number;
  readonly user_s: number;
  readonly system_s: number;
  readonly wall_s: number;
  /** The most that were seen open at once; what comes and goes between two looks is not. */
  readonly mostDescriptors: number;
  readonly mostSockets: number;
}

export interface MeasuredRun extends Ran {
  readonly wall_s: number;
  /** Of the commands that came to an end of their own, in the order of their start. */
  readonly costs: readonly ProcessCost[];
}

/** Runs a script to its end, and measures each command of ours in it. A signal kills them all, and is thrown. */
export async function measuredRun(shell: Shell, script: string, signal: AbortSignal): Promise<MeasuredRun> {
  signal.throwIfAborted();
  const folder = mkdtempSync(shell.path("usage-"));
  const begun = performance.now();
  const running = shell.start(script, {
    NODE_OPTIONS: `--import ${HOOK}`,
    SCALE_USAGE: folder,
    TMPDIR: shell.folder,
  });
  const stop = (): void => running.signal("SIGKILL");
  signal.addEventListener("abort", stop, { once: true });
  const over = new AbortController();
  const peaks = peaksOf(folder, over.signal);
  const ran = await running.ended;
  const wall_s = (performance.now() - begun) / 1000;
  signal.removeEventListener("abort", stop);
  over.abort();
  const most = await peaks;
  signal.throwIfAborted();
  const costs = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => Number.parseInt(name, 10))
    .sort((a, b) => a - b)
    .map((pid) => ({ ...JSON.parse(readFileSync(`${folder}/${pid}.json`, "utf8")), ...most.get(pid) }));
  return { ...ran, wall_s, costs };
}

type Peak = Pick<ProcessCost, "mostDescriptors" | "mostSockets">;

const NONE: Peak = { mostDescriptors: 0, mostSockets: 0 };

/** Looks at the processes that have said in `folder` that they have begun, until told to stop. */
async function peaksOf(folder: string, over: AbortSignal): Promise<ReadonlyMap<number, Peak>> {
  const peaks = new Map<number, Peak>();
  while (!over.aborted) {
    for (const pid of readdirSync(folder).map(Number).filter(Number.isInteger)) {
      const { mostDescriptors, mostSockets } = peaks.get(pid) ?? NONE;
      const state = processState(pid);
      peaks.set(pid, {
        mostDescriptors: Math.max(mostDescriptors, state?.descriptors ?? 0),
        mostSockets: Math.max(mostSockets, state?.sockets ?? 0),
      });
    }
    await wait(LOOK_EVERY_MS, undefined, { signal: over }).catch(() => {});
  }
  return peaks;
}
