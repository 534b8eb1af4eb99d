import { type Counted, hasLevelledOff } from "./knee.ts";
import type { Reading } from "./measured.ts";
import type { Stretch, TransferLoad } from "./transferLoad.ts";

export interface ClimbRequest {
  readonly load: TransferLoad;
  readonly counted: Counted;
  /** How many connections, one after the other. */
  readonly steps: readonly number[];
  /** What all of them together may take. */
  readonly most: Pick<Stretch, "ms" | "bytes">;
  /** CPU time of this process so far; null where other work has its share of that. */
  readonly cpu_ms: () => number | null;
}

/** More files show no more, and are lines in the server's log. */
const FILES_A_STEP = 1_000;

const NOTHING: Stretch = { ms: 0, bytes: 0, files: 0 };

/** What each step may take: few connections need more time for as many files, many ones more bytes for as much time. */
export function stretchesOf(steps: readonly number[], { ms, bytes }: ClimbRequest["most"]): Stretch[] {
  const [times, sizes] = [steps.map((step) => 1 / Math.sqrt(step)), steps.map(Math.sqrt)];
  const shareOf = (parts: readonly number[], index: number) =>
    (parts[index] ?? 0) / parts.reduce((sum, part) => sum + part, 0);
  return steps.map((_, index) => ({
    ms: ms * shareOf(times, index),
    bytes: bytes * shareOf(sizes, index),
    files: FILES_A_STEP,
  }));
}

/** New connections have to get up to speed (slow start, first sight of a file): this part of a step counts for nothing. */
const WARM_UP = 0.25;

/** Fetches over more and more connections, and reads what each number of them brings; no further than more brings more. */
export async function climb({ load, counted, steps, most, cpu_ms }: ClimbRequest): Promise<Reading[]> {
  const readings: Reading[] = [];
  const stretches = stretchesOf(steps, most);
  for (const [index, connections] of steps.entries()) {
    const step = stretches[index] ?? NOTHING;
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
