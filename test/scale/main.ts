import { parseArgs } from "node:util";
import { type Bound, boundsTable, isKept } from "./bounds.ts";
import { million } from "./million/million.ts";
import { soak } from "./soak/soak.ts";
import { Stopped, stopSignal } from "./stopped.ts";

/**
 * `npm run test:scale -- million [--files 1000000] | soak [--minutes 60] [--snapshots FOLDER]`: prints what was measured, and exits 1
 * when a bound is broken.
 */

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    files: { type: "string", default: "1000000" },
    minutes: { type: "string", default: "60" },
    snapshots: { type: "string" },
  },
});

const RUNS: Readonly<Record<string, (signal: AbortSignal) => Promise<Bound[]>>> = {
  million: (signal) => million(Number(values.files), signal, console.log),
  soak: (signal) => soak({ minutes: Number(values.minutes), snapshots: values.snapshots }, signal, console.log),
};

const run = RUNS[positionals[0] ?? ""];
if (run === undefined) throw new Error(`say which: ${Object.keys(RUNS).join(", ")}`);
const bounds = await run(stopSignal()).catch((error: unknown) => {
  if (!(error instanceof Stopped)) throw error;
  console.error(error.message);
  return [];
});
console.log(`\n${boundsTable(bounds)}`);
process.exitCode = bounds.length > 0 && bounds.every(isKept) ? 0 : 1;
