import { parseArgs } from "node:util";
import { type Bound, boundsTable, isKept } from "./bounds.ts";
import { runApart } from "./crowd/apart.ts";
import { crowd } from "./crowd/crowd.ts";
import { million } from "./million/million.ts";
import { soak } from "./soak/soak.ts";
import { Stopped, stopSignal } from "./stopped.ts";

/**
 * What many files, many servers and many harvests cost, against real servers; not part of `npm test`.
 *
 *     npm run test:scale -- million [--files 1000000]              memory must not grow with the number of files
 *     npm run test:scale -- servers [--servers N …] [--seed TEXT]  300 and 1,000 at once, some of them dead, slow or narrow
 *     npm run test:scale -- soak [--minutes 60]                    one process harvests over and over and must hold no more in the end
 *
 * Prints what was measured, and exits 1 when a bound is broken. `soak --snapshots FOLDER` writes the heap after the first quarter and at
 * the end; that takes memory, which the RSS of all later looks has in it.
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
