import { parseArgs } from "node:util";
import { runProgram, WrongUsage, wholeNumber } from "../program.ts";
import { Stopped, stopSignal } from "../stopSignal.ts";
import { type Bound, boundsTable, isKept } from "./bounds.ts";
import { runApart } from "./crowd/apart.ts";
import { crowd } from "./crowd/crowd.ts";
import { million } from "./million/million.ts";
import { soak } from "./soak/soak.ts";

const USAGE = `npm run test:scale -- RUN [OPTION…]: what many files, many servers and many harvests cost, against real servers.

  million [--files N]               memory must not grow with the number of files
  servers [--servers N …] [--seed TEXT]   300 and 1,000 at once, some of them dead, slow or narrow
  soak [--minutes N]                one process harvests over and over and must hold no more in the end
       [--snapshots FOLDER]         writes its heap there after a quarter and at the end; all later looks have that memory in them

Prints what was measured. Exit code 1: a bound is broken.`;

interface Asked {
  readonly run: string;
  readonly files: number;
  /** Runs, by how many servers each. */
  readonly servers: readonly number[];
  readonly seed: string;
  /** It has a network of its own already. */
  readonly inside: boolean;
  readonly minutes: number;
  readonly snapshots: string | undefined;
}

/** Throws a `WrongUsage`, or an error of `parseArgs`. */
function asked(): Asked {
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
  const [run = "", ...more] = positionals;
  if (RUNS[run] === undefined || more.length > 0) throw new WrongUsage(`say which: ${Object.keys(RUNS).join(", ")}`);
  return {
    ...{ run, seed: values.seed, inside: values.inside, snapshots: values.snapshots },
    files: wholeNumber("files", values.files, 1),
    servers: values.servers.map((servers) => wholeNumber("servers", servers, 1)),
    minutes: wholeNumber("minutes", values.minutes, 1),
  };
}

const say = (line: string): void => console.log(line);

/** Runs, by name. */
const RUNS: Readonly<Record<string, (asked: Asked, signal: AbortSignal) => Promise<Bound[]>>> = {
  million: ({ files }, signal) => million(files, signal, say),
  servers: crowds,
  soak: ({ minutes, snapshots }, signal) => soak({ minutes, snapshots }, signal, say),
};

async function crowds({ servers, seed }: Asked, signal: AbortSignal): Promise<Bound[]> {
  const bounds: Bound[] = [];
  for (const count of servers) bounds.push(...(await crowd(count, seed, signal, say)));
  return bounds;
}

async function main(): Promise<number> {
  const what = asked();
  const signal = stopSignal();
  if (what.run === "servers" && !what.inside) return runApart(signal);
  try {
    const bounds = (await RUNS[what.run]?.(what, signal)) ?? [];
    console.log(`\n${boundsTable(bounds)}`);
    return bounds.every(isKept) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    console.error(error.message);
    return 1;
  }
}

await runProgram(USAGE, main);
