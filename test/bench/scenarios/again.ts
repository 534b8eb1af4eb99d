import { harvestScenario } from "../harvests.ts";
import { ftpHarvest } from "../rivals/ftpHarvest.ts";
import { ftpPipe } from "../rivals/ftpPipe.ts";
import { lftp } from "../rivals/lftp.ts";
import { rclone } from "../rivals/rclone.ts";
import { SMALL } from "./small.ts";

/** Those that can tell what they have. */
export const AGAIN_RIVALS = [ftpHarvest, ftpPipe, lftp, rclone];

/** What a harvest costs that finds nothing new. lftp: `mirror --only-newer`. */
export const again = harvestScenario({
  ...SMALL,
  name: "again",
  what: "the files of `small`, fetched before by the same client, nothing has changed",
  rivals: AGAIN_RIVALS,
  again: true,
});
