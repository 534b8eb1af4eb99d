import { type MeasuredSoFar, nothingMeasured, type Reading } from "../../src/measure/measured.ts";

/** What connections brought, from pairs of their number and files (or KiB) in a second. */
export function filesASecond(...pairs: readonly (readonly [connections: number, files: number])[]): Reading[] {
  return pairs.map(([connections, files]) => ({ connections, files, bytes: files * 1000, ms: 1000, cpu_ms: 100 }));
}

export function kibASecond(...pairs: readonly (readonly [connections: number, kib: number])[]): Reading[] {
  return pairs.map(([connections, kib]) => ({ connections, files: 0, bytes: kib * 1024, ms: 1000, cpu_ms: 100 }));
}

/** A server that was measured. */
export function measuredServer(more: Partial<MeasuredSoFar> = {}): MeasuredSoFar {
  const server = nothingMeasured({ server: "s", host: "10.1.0.1", port: 21, secure: "none" });
  const found = { folders: 1, entries: 9, files: 9, ms: 5, whole: true, median_size: 4096, largest_size: 5000 };
  return { ...server, first_login_ms: 12, later_login_ms: 5, round_trip_ms: 1, found, rest: true, ...more };
}
