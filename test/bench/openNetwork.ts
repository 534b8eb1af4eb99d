import { startDelayLine } from "./delayLine.ts";
import type { Network } from "./network.ts";
import type { Bench } from "./scenario.ts";

/** Opens what a scenario needs. Throws a `Skipped` where a delay can't be had. */
export async function openNetwork(bench: Bench, roundTrip_ms: number | undefined): Promise<Network> {
  if (roundTrip_ms !== undefined) return startDelayLine(bench, roundTrip_ms);
  const manner = bench.apart
    ? "loopback of a network namespace of its own"
    : "loopback that it shared with all else on the machine";
  return { host: undefined, enter: [], manner, [Symbol.asyncDispose]: async () => {} };
}
