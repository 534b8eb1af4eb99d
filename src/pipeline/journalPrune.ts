import { statSync } from "node:fs";
import { readdir, rm, rmdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { lives } from "../records/processIdentity.ts";
import { runsFolder } from "./journalFolder.ts";
import { journalHeader } from "./journalReader.ts";

/** A week: who replays a saved stream later is told that nothing is known of how it ended. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/** Folders looked at in one call: two milliseconds. The place to begin is drawn by lot, so that each gets its turn. */
const LOOKED_AT = 200;

/** Folders removed in one call. More than a harvest makes, so that their number goes down. */
const REMOVED = 20;

/**
 * Removes journals of runs in which nothing was written for a week, but not those of `keep` (run ids) nor of processes that still
 * live. Does a bounded piece of the work and never throws. Call it when the input's journals were read: they may be old ones.
 */
export async function pruneJournals(options: {
  readonly stateFolder: string;
  readonly keep?: ReadonlySet<string>;
}): Promise<void> {
  const { stateFolder, keep } = options;
  const before = Date.now() - KEPT_MS;
  const runs = await readdir(runsFolder(stateFolder)).catch(() => []);
  const first = Math.floor(Math.random() * runs.length);
  let removed = 0;
  for (const run of [...runs.slice(first), ...runs.slice(0, first)].slice(0, LOOKED_AT)) {
    if (removed >= REMOVED) return;
    const folder = join(runsFolder(stateFolder), run);
    if (keep?.has(run) || isYoung(folder, before)) continue;
    if (await removeIfOld(folder, before).catch(() => false)) removed++;
  }
}

/**
 * A folder's own time tells most young ones apart without a look at what is in it. Synchronous: promises for 200 of them take 15 ms, which
 * is as long as to read the configuration.
 */
function isYoung(folder: string, before: number): boolean {
  try {
    return statSync(folder).mtimeMs >= before;
  } catch {
    // Somebody else has removed it.
    return true;
  }
}

async function removeIfOld(folder: string, before: number): Promise<boolean> {
  const journals = (await readdir(folder)).filter((name) => name.endsWith(".ndjson")).map((name) => join(folder, name));
  for (const journal of journals) {
    if ((await stat(journal)).mtimeMs >= before || (await isOfLiving(journal))) return false;
  }
  for (const journal of journals) await rm(journal, { force: true });
  // Fails when there is anything that is not ours: it stays.
  await rmdir(folder);
  return true;
}

async function isOfLiving(journal: string): Promise<boolean> {
  const header = await journalHeader(journal);
  return header !== undefined && lives(header.process) === "alive";
}
