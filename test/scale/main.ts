import { parseArgs } from "node:util";
import { boundsTable, isKept } from "./bounds.ts";
import { soak } from "./soak/soak.ts";
import { Stopped, stopSignal } from "./stopped.ts";

/** `npm run test:scale -- soak [--minutes 60] [--snapshots FOLDER]`: prints what was measured, and exits 1 when a bound is broken. */

const { values } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: "string", default: "60" }, snapshots: { type: "string" } },
});
const signal = stopSignal();
const bounds = await soak({ minutes: Number(values.minutes), snapshots: values.snapshots }, signal, console.log).catch(
  (error: unknown) => {
    if (!(error instanceof Stopped)) throw error;
    console.error(error.message);
    return [];
  },
);
console.log(`\n${boundsTable(bounds)}`);
process.exitCode = bounds.length > 0 && bounds.every(isKept) ? 0 : 1;
