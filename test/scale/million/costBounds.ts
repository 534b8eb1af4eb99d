import type { Bound } from "../bounds.ts";
import { grouped } from "../markdown.ts";
import type { MeasuredRun } from "../measuredRun.ts";
import { SERVERS } from "./millionWorld.ts";

/** Ten times the files, and the peak of a process grows by no more than this: the collector lets garbage lie longer where there is more of it. */
const GROWTH = 1.5;
/** Five connections to each server unless configured otherwise. */
const CONNECTIONS = 5;
/** A control and a data socket a connection. */
const SOCKETS = SERVERS * CONNECTIONS * 2;
/** Standard streams between the commands of a shell's pipe are none, but Node's own may be. */
const SOCKETS_BESIDE = 5;
/** Of `src/cli/openFiles.ts`: what `--servers` reckons with for a server, and for the process itself. */
const FILES = SERVERS * 15 + 40;

/** Memory must not grow with the number of files. `small` did the same with a tenth of them. */
export function memoryBounds(name: string, run: MeasuredRun, small: MeasuredRun): Bound[] {
  return small.costs.map(({ command, mostRss_KiB }) => ({
    what: `${name}: peak RSS of ${command}, KiB (a tenth of the files: ${grouped(mostRss_KiB)})`,
    measured: run.costs.find((cost) => cost.command === command)?.mostRss_KiB ?? Number.NaN,
    must: "be at most",
    value: mostRss_KiB * GROWTH,
  }));
}

export function openBounds(runs: Readonly<Record<string, MeasuredRun>>): Bound[] {
  const all = Object.values(runs).flatMap(({ costs }) => costs);
  return [
    {
      what: "most sockets of a process",
      measured: Math.max(...all.map((cost) => cost.mostSockets)),
      must: "be at most",
      value: SOCKETS + SOCKETS_BESIDE,
    },
    {
      what: "most descriptors of a process",
      measured: Math.max(...all.map((cost) => cost.mostDescriptors)),
      must: "be at most",
      value: FILES,
    },
  ];
}
