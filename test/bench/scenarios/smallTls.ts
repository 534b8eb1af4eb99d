import { harvestScenario } from "../harvests.ts";
import { curl } from "../rivals/curl.ts";
import { ftpHarvest } from "../rivals/ftpHarvest.ts";
import { lftp } from "../rivals/lftp.ts";
import { rclone } from "../rivals/rclone.ts";
import { SMALL } from "./small.ts";

/** Each data connection has a handshake of its own: what that costs where the session is resumed, and where it is not. */
export const smallTls = harvestScenario({
  ...SMALL,
  name: "small-tls",
  what: "4 KiB each over explicit TLS, loopback",
  tree: { ...SMALL.tree, files: 200, folders: 5 },
  quick: { servers: 2, files: 20 },
  tls: true,
  rivals: [ftpHarvest, lftp, rclone, curl],
  leftOut: ["aria2 and ncftp know no FTP over TLS; neither does the floor"],
  targets: [
    { measure: "cpu", of: "ftp-harvest", over: "lftp", must: "be at most", value: 0.5 },
    { measure: "cpu", of: "ftp-harvest", over: "curl", must: "be at most", stretch: 1 },
  ],
});
