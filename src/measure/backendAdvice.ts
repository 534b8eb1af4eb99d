import { type Counted, kneeOf } from "./knee.ts";
import type { Measured, Reading } from "./measured.ts";

/** Of which core threads could take work off. */
export interface Machine {
  /** This version has the key `backend`, and the configuration does not give it. */
  readonly backendIsFree: boolean;
  readonly cores: number;
}

/** Below this one core does it all: work is never spread so evenly that it would be full all the time. */
const FULL = 0.9;

/**
 * Why the configuration should have `backend: threads`: what the servers bring by themselves is together more than one core of this
 * machine takes in. Undefined where it is not, or nobody knows.
 */
export function reasonForThreads(all: readonly Measured[], { backendIsFree, cores }: Machine): string | undefined {
  const shares = all.map(coreShareOf).filter((share) => share !== undefined);
  const sum = shares.reduce((total, share) => total + share, 0);
  // Threads take whole servers.
  if (!backendIsFree || cores < 2 || shares.length < 2 || sum < FULL) return undefined;
  return `${shares.length} servers at once would take ${sum.toFixed(1)} of this machine's ${cores} cores, and one thread has one`;
}

/** What a server at its best takes of a core. */
function coreShareOf({ small, large }: Measured): number | undefined {
  const shares = [coreShareAtKnee(small, "files"), coreShareAtKnee(large, "bytes")].filter(
    (share) => share !== undefined,
  );
  return shares.length === 0 ? undefined : Math.max(...shares);
}

function coreShareAtKnee(readings: readonly Reading[], counted: Counted): number | undefined {
  const at = kneeOf(readings, counted)?.connections;
  const reading = readings.find(({ connections }) => connections === at);
  return typeof reading?.cpu_ms === "number" ? reading.cpu_ms / reading.ms : undefined;
}
