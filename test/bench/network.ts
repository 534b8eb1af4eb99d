import { execFileSync, spawnSync } from "node:child_process";

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
