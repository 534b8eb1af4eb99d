import { dedupeStage } from "../stages/dedupe.ts";
import { execStage } from "../stages/exec.ts";
import { fetchStage } from "../stages/fetch.ts";
import { filterStage } from "../stages/filter.ts";
import { limitStage } from "../stages/limit.ts";
import { listStage } from "../stages/list.ts";
import { mapStage } from "../stages/map.ts";
import { reportStage } from "../stages/report.ts";
import { serversStage } from "../stages/servers.ts";
import type { Stage } from "../stages/stage.ts";
import { teeStage } from "../stages/tee.ts";
import { fromStage } from "./from.ts";

/** Every stage of ours, in the order in which records pass them. A new stage is a line here. */
export const STAGES: readonly Stage[] = [
  serversStage,
  fromStage,
  listStage,
  filterStage,
  mapStage,
  limitStage,
  dedupeStage,
  execStage,
  teeStage,
  fetchStage,
  reportStage,
];
