import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Bound } from "../bounds.ts";
import { grouped, markdownTable, mib } from "../markdown.ts";
import { HarvesterProcess } from "./harvesterProcess.ts";
import { round, type Tally } from "./rounds.ts";
import type { Sample } from "./sample.ts";
import { SoakWorld } from "./soakWorld.ts";
import { soakBounds } from "./verdict.ts";

/** Other work goes on beside a soak. */
const PAUSE_MS = 5_000;
/** Looks at what is held: so many in all, and not more often than the rounds go. */
const LOOKS = 60;
const MINUTE_MS = 60_000;

export interface SoakOptions {
  readonly minutes: number;
  /** Folder for the heap after the first quarter and at the end. */
  readonly snapshots?: string | undefined;
}

/** Harvests over and over in one process, for so many minutes, and says whether what it holds stays the same. */
export async function soak(
  { minutes, snapshots }: SoakOptions,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<Bound[]> {
  await using world = await SoakWorld.open();
  await using harvester = new HarvesterProcess(world.env);
  const tally: Tally = { rounds: 0, left: 0, withDead: 0, commands: 0, faults: [] };
  const samples: Sample[] = [];
  const begun = performance.now();
  const passed = (): number => (performance.now() - begun) / MINUTE_MS;
  const snapshot = async (name: string): Promise<void> => {
    if (snapshots === undefined) return;
    await harvester.ask({ order: "snapshot", path: join(snapshots, `${name}.heapsnapshot`) }, signal);
  };
  say(HEAD);
  while (passed() < minutes) {
    await round(world, harvester, tally, signal);
    if (passed() >= (minutes * samples.length) / LOOKS) {
      const sample = await look(world, harvester, passed(), tally.rounds, signal);
      samples.push(sample);
      say(rowOf(sample));
      if (samples.length === LOOKS / 4) await snapshot("quarter");
    }
    await wait(PAUSE_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
  await snapshot("end");
  for (const fault of tally.faults) say(fault);
  say(
    `${tally.rounds} rounds, ${tally.left} left early, ${tally.withDead} with a dead server, ${tally.commands} by commands`,
  );
  return soakBounds(samples, tally);
}

async function look(
  world: SoakWorld,
  harvester: HarvesterProcess,
  minutes: number,
  rounds: number,
  signal: AbortSignal,
): Promise<Sample> {
  const answer = await harvester.ask({ order: "look" }, signal);
  if (answer.done !== "look") throw new Error(`no look: ${JSON.stringify(answer)}`);
  const [stateEntries, temporaryEntries] = [world.entriesIn(world.state), world.entriesIn(world.temporary)];
  return { minutes, rounds, ...answer.held, stateEntries, temporaryEntries };
}

const COLUMNS = [
  "minute",
  "rounds",
  "RSS MiB",
  "heap MiB",
  "external MiB",
  "descriptors",
  "sockets",
  "handles",
  "state",
  "tmp",
];
const HEAD = markdownTable(COLUMNS, []).trimEnd();

function rowOf(sample: Sample): string {
  const cells = [
    sample.minutes.toFixed(1),
    grouped(sample.rounds),
    mib(sample.rss_KiB),
    mib(sample.heapUsed_KiB),
    mib(sample.external_KiB),
    String(sample.descriptors),
    String(sample.sockets),
    sample.handles,
    String(sample.stateEntries),
    String(sample.temporaryEntries),
  ];
  return `| ${cells.join(" | ")} |`;
}
