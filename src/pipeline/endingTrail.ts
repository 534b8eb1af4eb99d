import { setTimeout as sleep } from "node:timers/promises";
import { worseEnding } from "../records/endRecord.ts";
import type { Ending } from "../records/record.ts";
import { addHidden } from "./endingHidden.ts";
import { endOf, look, type Source, type Sources, sourceNamed, sourceRecord } from "./endingSource.ts";

interface TrailOptions {
  readonly stateFolder: string;
  /** Stages whose processes are looked for where a filter may have taken every record of theirs. */
  readonly hidden: ReadonlySet<string>;
  /** Aborted: waits no longer. */
  readonly signal: AbortSignal;
  /** Milliseconds given to sources that still live to write their end. */
  readonly waitMs: number;
}

const POLL_MS = 50;

/**
 * Reads the journals of the sources, of those that they read from and of those hidden behind them, which are added, and finds how
 * each ended. A source that still lives when the wait is over counts as closed: nobody reads it any more.
 */
export async function followTrail(sources: Sources, options: TrailOptions): Promise<void> {
  const until = performance.now() + options.waitMs;
  const { stateFolder, hidden: stages } = options;
  await lookAtAll(sources, stateFolder);
  await addHidden(looseEnds(sources, stages), sources, { stateFolder, stages });
  while ((await lookAtAll(sources, stateFolder)) && performance.now() < until && !options.signal.aborted) {
    await sleep(POLL_MS, undefined, { signal: options.signal }).catch(() => {});
  }
  const judged = judgements(sources);
  for (const source of sources.values()) source.how = judged.get(source.by) ?? source.how ?? "closed";
}

/** The sources that no other one reads from: they wrote straight into our input. */
export function directSources(sources: Sources): Source[] {
  const readByOthers = new Set([...sources.values()].flatMap((source) => namesBefore(source).map(({ by }) => by)));
  return [...sources.values()].filter(({ by, onStream }) => onStream && !readByOthers.has(by));
}

/**
 * The sources that a hidden process of these stages may read from: their `end` did not come, as with any that a stage reads from, and
 * none that is known of these stages took it in. Others of ours do not count: they may stand behind the filter.
 */
function looseEnds(sources: Sources, stages: ReadonlySet<string>): Source[] {
  const all = [...sources.values()];
  const takers = all.filter((source) => stages.has(sourceRecord(source).stage));
  const taken = new Set(takers.flatMap((taker) => namesBefore(taker).map(({ by }) => by)));
  // One that left no sign may have read from any source of its runs.
  const dark = new Set(takers.filter((taker) => namesBefore(taker).length === 0).flatMap(({ runs }) => [...runs]));
  return all.filter(
    ({ by, end, runs }) => end === undefined && !taken.has(by) && ![...runs].some((run) => dark.has(run)),
  );
}

/** True while there are sources to wait for: they live, and no stage in between saw how they ended. */
async function lookAtAll(sources: Sources, stateFolder: string): Promise<boolean> {
  // A map that grows while it is walked is walked to its new end.
  for (const source of sources.values()) {
    if (source.how !== undefined) continue;
    source.how = await look(source, stateFolder);
    for (const { by, run } of namesBefore(source)) sourceNamed(sources, by, run, false);
  }
  const unknown = [...sources.values()].filter(({ how }) => how === undefined);
  if (unknown.length === 0) return false;
  const judged = judgements(sources);
  return unknown.some(({ by }) => !judged.has(by));
}

/** Those that a source read from: its journal knows, and its `end`. */
function namesBefore(source: Source): { by: string; run: string }[] {
  const end = endOf(source);
  const inputs = end === undefined ? [] : end.inputs.map(({ by }) => ({ by, run: end.run }));
  return [...(source.journal?.froms ?? []), ...inputs];
}

/**
 * How stages in between saw their inputs end. They were nearer: they alone know of a damaged line there, or of another machine.
 * Of several the worst counts; one that knew nothing is not asked.
 */
function judgements(sources: Sources): Map<string, Ending> {
  const judged = new Map<string, Ending>();
  for (const source of sources.values()) {
    for (const { by, how } of endOf(source)?.inputs ?? []) {
      if (how !== "open") judged.set(by, worseEnding(judged.get(by) ?? "open", how));
    }
  }
  return judged;
}
