import { type Harvests, harvestScenario } from "../harvests.ts";
import { RIVALS } from "../rivals.ts";

/** Small files over a link where each wait for a reply costs. */
export const LATENCY: Harvests = {
  name: "latency",
  what: "4 KiB each, 20 ms round trip",
  servers: 10,
  tree: { files: 500, folders: 20, leastSize: 4_096, mostSize: 4_096 },
  quick: { servers: 3, files: 40 },
  rivals: RIVALS,
  roundTrip_ms: 20,
};

export const latency = harvestScenario(LATENCY);
