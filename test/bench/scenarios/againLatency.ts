import { harvestScenario } from "../harvests.ts";
import { AGAIN_RIVALS } from "./again.ts";
import { LATENCY } from "./latency.ts";

/** The same over a link where each wait for a reply costs: a tree of folders is listed, and nothing comes of it. */
export const againLatency = harvestScenario({
  ...LATENCY,
  name: "again-latency",
  what: "the files of `latency`, fetched before by the same client, nothing has changed; 20 ms round trip",
  rivals: AGAIN_RIVALS,
  again: true,
});
