import { commandsMutations } from "./list/commands.ts";
import { configMutations } from "./list/config.ts";
import { controlMutations } from "./list/control.ts";
import { embedMutations } from "./list/embed.ts";
import { endingsMutations } from "./list/endings.ts";
import { execMutations } from "./list/exec.ts";
import { fetchMutations } from "./list/fetch.ts";
import { filtersMutations } from "./list/filters.ts";
import { flowMutations } from "./list/flow.ts";
import { landingMutations } from "./list/landing.ts";
import { listingsMutations } from "./list/listings.ts";
import { locksMutations } from "./list/locks.ts";
import { measureMutations } from "./list/measure.ts";
import { namesMutations } from "./list/names.ts";
import { partsMutations } from "./list/parts.ts";
import { poolMutations } from "./list/pool.ts";
import { processMutations } from "./list/process.ts";
import { recordsMutations } from "./list/records.ts";
import { reportMutations } from "./list/report.ts";
import { segmentsMutations } from "./list/segments.ts";
import { threadsMutations } from "./list/threads.ts";
import { transfersMutations } from "./list/transfers.ts";
import { waitsMutations } from "./list/waits.ts";
import { walkMutations } from "./list/walk.ts";
import type { Mutation } from "./mutation.ts";

/** All of them, room by room. */
export const mutations: readonly Mutation[] = [
  ...partsMutations,
  ...namesMutations,
  ...locksMutations,
  ...segmentsMutations,
  ...transfersMutations,
  ...listingsMutations,
  ...controlMutations,
  ...poolMutations,
  ...waitsMutations,
  ...landingMutations,
  ...fetchMutations,
  ...walkMutations,
  ...execMutations,
  ...filtersMutations,
  ...reportMutations,
  ...endingsMutations,
  ...processMutations,
  ...recordsMutations,
  ...commandsMutations,
  ...configMutations,
  ...embedMutations,
  ...threadsMutations,
  ...flowMutations,
  ...measureMutations,
];
