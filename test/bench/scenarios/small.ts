import { type Harvests, harvestScenario } from "../harvests.ts";
import { RIVALS } from "../rivals.ts";

/** Many small files: what a file costs beside its bytes. */
export const SMALL: Harvests = {
  name: "small",
  what: "4 KiB each, loopback",
  servers: 10,
  tree: { files: 2_000, folders: 20, leastSize: 4_096, mostSize: 4_096 },
  quick: { servers: 3, files: 100 },
  rivals: RIVALS,
};

export const small = harvestScenario(SMALL);
