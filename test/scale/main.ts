import { parseArgs } from "node:util";
import { type Bound, boundsTable, isKept } from "./bounds.ts";
import { runApart } from "./crowd/apart.ts";
import { crowd } from "./crowd/crowd.ts";
import { million } from "./million/million.ts";
import { soak } from "./soak/soak.ts";
import { Stopped, stopSignal } from "./stopped.ts";

/**
 * `npm run test:scale -- million [--files N] | servers [--servers N] [--seed TEXT] | soak [--minutes N] [--snapshots FOLDER]`: prints
 * what was measured, and exits 1 when a bound is broken.
 */

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    files: { type: "string", default: "1000000" },
    servers: { type: "string", multiple: true, default: ["300", "1000"] },
    seed: { type: "string", default: "1" },
    inside: { type: "boolean", default: false },
    minutes: { type: "string", default: "60" },
    snapshots: { type: "string" },
  },
});

const signal = stopSignal();
const say = (line: string): void => console.log(line);

/** Runs, by name. */
const RUNS: Readonly<Record<string, () => Promise<Bound[]>>> = {
  million: () => million(Number(values.files), signal, say),
  servers: crowds,
  soak: () => soak({ minutes: Number(values.minutes), snapshots: values.snapshots }, signal, say),
};

async function crowds(): Promise<Bound[]> {
  const bounds: Bound[] = [];
  for (const servers of values.servers) bounds.push(...(await crowd(Number(servers), values.seed, signal, say)));
  return bounds;
}

async function main(): Promise<number> {
  const [name = ""] = positionals;
  const run = RUNS[name];
  if (run === undefined) throw new Error(`say which: ${Object.keys(RUNS).join(", ")}`);
  if (name === "servers" && !values.inside) return runApart(signal);
  try {
    const bounds = await run();
    console.log(`\n${boundsTable(bounds)}`);
    return bounds.every(isKept) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    console.error(error.message);
    return 1;
  }
}

process.exitCode = await main();
