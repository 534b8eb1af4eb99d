import { type Harvests, harvestScenario } from "../harvests.ts";
import { aria2 } from "../rivals/aria2.ts";
import { curl } from "../rivals/curl.ts";
import { floor } from "../rivals/floor.ts";
import { ftpHarvest } from "../rivals/ftpHarvest.ts";
import { lftp } from "../rivals/lftp.ts";
import { ncftp } from "../rivals/ncftp.ts";
import { threads } from "../rivals/ownVariants.ts";
import { rclone } from "../rivals/rclone.ts";
import { wget } from "../rivals/wget.ts";
import type { Target } from "../targets.ts";

const MIB = 1_024 ** 2;

/** 5 GiB in few files: what a byte costs. */
export const LARGE: Harvests = {
  name: "large",
  what: "128 MiB each, loopback",
  servers: 10,
  tree: { files: 4, folders: 2, leastSize: 128 * MIB, mostSize: 128 * MIB },
  quick: { servers: 3, files: 2, size: 8 * MIB },
  rivals: [ftpHarvest, threads, lftp, rclone, curl, aria2, wget, ncftp, floor],
  leftOut: ["joblib and pipe: what they cost beside bytes is in the other scenarios"],
  targets: [
    ...["ftp-harvest", "threads"].flatMap((of): Target[] => [
      { measure: "wall", of, over: "lftp", must: "be at most", value: 1, stretch: 0.85 },
      { measure: "wall", of, over: "ncftp", must: "be at most", value: 1.2 },
    ]),
  ],
};

export const large = harvestScenario(LARGE);
