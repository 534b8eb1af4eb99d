import type { Bound } from "../bounds.ts";
import type { ProcessCost } from "../measuredRun.ts";

/** A socket for control and one for data, and the file that is written. */
const SOCKETS_PER_SESSION = 2;
const FILES_PER_SESSION = 3;
/** Node itself, the standard streams, the journal, the report's spool; and at the start the modules that Node reads at the same time. */
const FILES_BESIDE = 100;
/** A session that has seen a large file keeps a buffer of 256 KiB for what it reads (`src/ftp/dataConnection.ts`); sockets and files that wait for it are the rest. */
const KIB_PER_SESSION = 0.35 * 1024;
/** Node, the toolkit, and what the collector has not come to. */
const KIB_BESIDE = 200 * 1024;

/** How many servers are worked on at the same time, with how many connections to each. */
export interface AtOnce {
  readonly servers: number;
  readonly jobs: number;
}

/** No process holds more than the connections that were asked for stand for: a listing has one a server, a report none. */
export function sessionBounds(name: string, costs: readonly ProcessCost[], { servers, jobs }: AtOnce): Bound[] {
  return costs.flatMap(({ command, mostSockets, mostDescriptors, mostRss_KiB }): Bound[] => {
    const sessions = command === "ftp-report" ? 0 : servers * (command === "ftp-list" ? 1 : jobs);
    const most = (what: string, measured: number, value: number): Bound => {
      return { what: `${name}: ${what} of ${command}`, measured, must: "be at most", value };
    };
    return [
      most("most sockets", mostSockets, sessions * SOCKETS_PER_SESSION + FILES_BESIDE),
      most("most descriptors", mostDescriptors, sessions * FILES_PER_SESSION + FILES_BESIDE),
      most("peak RSS, KiB,", mostRss_KiB, sessions * KIB_PER_SESSION + KIB_BESIDE),
    ];
  });
}
