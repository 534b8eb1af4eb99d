import { setTimeout as wait } from "node:timers/promises";
import { FETCHED, LISTED } from "./harvest.ts";
import type { Moment } from "./round.ts";
import type { Site } from "./site.ts";

const LOOK_AGAIN_MS = 3;

/** What a whole harvest has. */
export interface Whole {
  readonly files: number;
  /** In pages, as the buffer counts. */
  readonly bytes: number;
}

/** Returns when the moment has come, or the harvest is over before. */
export async function untilMoment(moment: Moment, site: Site, whole: Whole, over: AbortSignal): Promise<void> {
  const reached = reaching(moment, site, whole);
  while (!over.aborted && !reached()) await wait(LOOK_AGAIN_MS);
  if (!over.aborted) await wait(moment.later_ms);
}

function reaching({ seen, share }: Moment, site: Site, { files, bytes }: Whole): () => boolean {
  const { landed } = site;
  switch (seen) {
    case "begun":
      return () => true;
    case "listed":
      return () => recordsIn(site, LISTED) >= share * files;
    case "fetched":
      return () => recordsIn(site, FETCHED) >= share * files;
    case "landed":
      return () => site.landed >= landed + share * (bytes - landed);
  }
}

function recordsIn({ shell }: Site, name: string): number {
  return shell.has(name) ? shell.read(name).split("\n").length - 1 : 0;
}
