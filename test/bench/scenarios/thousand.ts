import { harvestScenario } from "../harvests.ts";
import { CONNECTIONS } from "../rival.ts";
import { ftpHarvest } from "../rivals/ftpHarvest.ts";
import { lftp } from "../rivals/lftp.ts";

/** As many as `ftp-harvest` works on at the same time, unless `--servers` says otherwise; so many processes of the others. */
const AT_ONCE = 64;
/** Each connection has a socket for control and one for data. */
const MOST_SOCKETS = AT_ONCE * CONNECTIONS * 2;

/** A thousand servers in one run: whether it can be done, and what it holds at once. */
export const thousand = harvestScenario({
  name: "thousand",
  what: "4 KiB each on very many servers, loopback",
  servers: 1_000,
  tree: { files: 20, folders: 2, leastSize: 4_096, mostSize: 4_096 },
  quick: { servers: 80, files: 4 },
  rounds: 3,
  manyAddresses: true,
  processes: AT_ONCE,
  rivals: [ftpHarvest, lftp],
  leftOut: [
    "rclone and curl: their command lines for a thousand servers are longer than the system takes",
    "the floor: it would open all connections to all servers at once",
  ],
  targets: [
    { measure: "peak_MB", of: "ftp-harvest", must: "be at most", value: 400, stretch: 250 },
    { measure: "sockets", of: "ftp-harvest", must: "be at most", value: MOST_SOCKETS },
  ],
});
