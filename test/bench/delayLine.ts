import type { Network } from "./network.ts";
import { type Bench, Skipped } from "./scenario.ts";

export async function startDelayLine(_bench: Bench, _roundTrip_ms: number): Promise<Network> {
  throw new Skipped("soon");
}
