import { harvestScenario } from "../harvests.ts";
import { RIVALS } from "../rivals.ts";

/** Files of all sizes, as servers have them. */
export const mixed = harvestScenario({
  name: "mixed",
  what: "1 KiB to 4 MiB, loopback",
  servers: 10,
  tree: { files: 300, folders: 10, leastSize: 1_024, mostSize: 4 * 1_024 ** 2 },
  quick: { servers: 3, files: 30 },
  rivals: RIVALS,
});
