import { harvestScenario } from "../harvests.ts";
import { RIVALS } from "../rivals.ts";

/** Few files each on many servers: what a server costs. */
export const servers = harvestScenario({
  name: "servers",
  what: "4 KiB each on many servers, loopback",
  servers: 100,
  tree: { files: 200, folders: 20, leastSize: 4_096, mostSize: 4_096 },
  quick: { servers: 10, files: 20 },
  rivals: RIVALS,
});
