import { execFileSync, spawnSync } from "node:child_process";
import { startDelayLine } from "./delayLine.ts";
import type { Bench } from "./scenario.ts";

/** Between the clients and the servers of a scenario. */
export interface Network extends AsyncDisposable {
  /** Where servers listen; loopback unless given. */
  readonly host: string | undefined;
  /** What a client's command begins with. */
  readonly enter: readonly string[];
  /** What it is, in words. */
  readonly manner: string;
}

/**
 * Ended connections wait for a minute (TIME_WAIT), and the kernel looks through those of a port whenever a server asks for it: after some
 * ten thousand files, vsftpd's CPU had doubled. So a network namespace of our own keeps few.
 */
const MOST_ENDED = "256";

/** Whether this process may have a network of its own: root, and not in a container that forbids it. */
export function canBeApart(): boolean {
  return process.getuid?.() === 0 && spawnSync("unshare", ["--net", "true"]).status === 0;
}

/** In the network namespace that `enter` leads into, or in this one, which must be our own. */
export function keepFewEnded(enter: readonly string[] = []): void {
  const script = `echo ${MOST_ENDED} > /proc/sys/net/ipv4/tcp_max_tw_buckets`;
  const [command = "sh", ...args] = [...enter, "sh", "-c", script];
  execFileSync(command, args);
}

/** Opens what a scenario needs. Throws a `Skipped` where a delay can't be had. */
export async function openNetwork(bench: Bench, roundTrip_ms: number | undefined): Promise<Network> {
  if (roundTrip_ms !== undefined) return startDelayLine(bench, roundTrip_ms);
  const manner = bench.apart
    ? "loopback of a network namespace of its own"
    : "loopback that it shared with all else on the machine";
  return { host: undefined, enter: [], manner, [Symbol.asyncDispose]: async () => {} };
}
