import { harvestScenario } from "../harvests.ts";
import { curl } from "../rivals/curl.ts";
import { ftpHarvest } from "../rivals/ftpHarvest.ts";
import { lftp } from "../rivals/lftp.ts";
import { threads } from "../rivals/ownVariants.ts";
import { rclone } from "../rivals/rclone.ts";
import { wget } from "../rivals/wget.ts";
import { LARGE } from "./large.ts";

/** The same bytes, enciphered. */
export const largeTls = harvestScenario({
  ...LARGE,
  name: "large-tls",
  what: "128 MiB each over explicit TLS, loopback",
  tls: true,
  rivals: [ftpHarvest, threads, lftp, rclone, curl, wget],
  leftOut: ["aria2 and ncftp know no FTP over TLS; neither does the floor"],
  targets: [
    { measure: "wall", of: "ftp-harvest", over: "lftp", must: "be at most", value: 0.9 },
    { measure: "wall", of: "threads", over: "lftp", must: "be at most", value: 0.9 },
  ],
});
