import { AUTO_LEAST } from "../config/backendOptions.ts";
import { believedKneeOf, type Counted } from "./knee.ts";
import type { Measured, Reading } from "./measured.ts";

/** Of which core threads could take work off. */
export interface Machine {
  /** This version has the key `backend`, and the configuration does not give it. */
  readonly backendIsFree: boolean;
  readonly cores: number;
}

/**
 * What makes threads worth it: below, one core does it, or nearly so, and two threads take a tenth less time at best, for a quarter more of
 * the cores.
 */
const CLEARLY_MORE_THAN_ONE = 1.25;

/**
 * Why the configuration should have `backend: auto`: what the servers bring by themselves is together clearly more than one core of this
 * machine takes in, and they are enough for `auto` to mean threads. Undefined where it is not so, or nobody knows.
 */
export function reasonForAuto(all: readonly Measured[], { backendIsFree, cores }: Machine): string | undefined {
  const shares = all.map(coreShareOf).filter((share) => share !== undefined);
  const sum = shares.reduce((total, share) => total + share, 0);
  if (!backendIsFree || cores < AUTO_LEAST.cores || shares.length < AUTO_LEAST.servers) return undefined;
  if (sum < CLEARLY_MORE_THAN_ONE) return undefined;
  return `${shares.length} servers at once would take ${sum.toFixed(1)} cores; one thread has one, and this machine ${cores}`;
}

/** What a server at its best takes of a core. */
function coreShareOf({ small, large }: Measured): number | undefined {
  const shares = [coreShareAtKnee(small, "files"), coreShareAtKnee(large, "bytes")].filter(
    (share) => share !== undefined,
  );
  return shares.length === 0 ? undefined : Math.max(...shares);
}

function coreShareAtKnee(readings: readonly Reading[], counted: Counted): number | undefined {
  const at = believedKneeOf(readings, counted)?.connections;
  const reading = readings.find(({ connections }) => connections === at);
  return typeof reading?.cpu_ms === "number" ? reading.cpu_ms / reading.ms : undefined;
}
