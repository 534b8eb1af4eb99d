import { type Counted, hasLevelledOff } from "./knee.ts";
import type { Reading } from "./measured.ts";
import type { Stretch, TransferLoad } from "./transferLoad.ts";

export interface ClimbRequest {
  readonly load: TransferLoad;
  readonly counted: Counted;
  /** How many connections, one after the other. */
  readonly steps: readonly number[];
  /** What each may take. */
  readonly step: Stretch;
  /** CPU time of this process so far; null where other work has its share of that. */
  readonly cpu_ms: () => number | null;
}

/** New connections have to get up to speed (slow start, first sight of a file): this part of a step counts for nothing. */
const WARM_UP = 0.25;

/** Fetches over more and more connections, and reads what each number of them brings; no further than more brings more. */
export async function climb({ load, counted, steps, step, cpu_ms }: ClimbRequest): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const connections of steps) {
    load.grow(connections);
    await load.pass(part(step, WARM_UP));
    const before = { files: load.files, bytes: load.bytes, at_ms: performance.now(), cpu_ms: cpu_ms() };
    await load.pass(part(step, 1 - WARM_UP));
    // One broke off: that is not what so many bring.
    if (load.size < connections) break;
    const cpu = cpu_ms();
    readings.push({
      connections,
      files: load.files - before.files,
      bytes: load.bytes - before.bytes,
      ms: performance.now() - before.at_ms,
      cpu_ms: cpu === null || before.cpu_ms === null ? null : cpu - before.cpu_ms,
    });
    if (hasLevelledOff(readings, counted)) break;
  }
  return readings;
}

function part({ ms, bytes, files }: Stretch, of: number): Stretch {
  return { ms: ms * of, bytes: Math.ceil(bytes * of), files: Math.ceil(files * of) };
}
