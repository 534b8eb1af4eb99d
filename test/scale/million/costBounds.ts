import type { Bound } from "../bounds.ts";
import { grouped } from "../markdown.ts";
import type { MeasuredRun } from "../measuredRun.ts";
import { SERVERS } from "./millionWorld.ts";

/**
 * Ten times the files, and the peak of a process is at most twice as high: the collector lets garbage lie longer where there is more of
 * it. (Listing 900,000 files peaks at 164 MiB, and at 114 MiB with a heap of 24 MB, in which it gets along as well.) What is kept of
 * each file shows where the heap is small: see `SMALL_HEAP_MB`.
 */
const GROWTH = 2;
/** Who fetches knows the files that it has claimed: `LatestKeys`, 32 MiB for each of two generations, however many there are. */
const CLAIMED_KiB = 64 * 1024;
/**
 * Room for the 100,000 records that may be parked between two stages (`PARKED_MAX`), and for the rest half of that. If a process kept
 * 100 bytes of each of a million files, it would burst.
 */
export const SMALL_HEAP_MB = 160;
const FETCHING: readonly string[] = ["ftp-fetch", "ftp-harvest"];
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
    value: mostRss_KiB * GROWTH + (FETCHING.includes(command) ? CLAIMED_KiB : 0),
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
