import { commandOf, quoted } from "../measure/clientScript.ts";
import type { Rival } from "../rival.ts";
import { builtCommand, writeConfig } from "./harvestConfig.ts";
import { ownVersion } from "./ownVersion.ts";

export const ftpHarvest: Rival = {
  name: "ftp-harvest",
  manner: "one process for all servers",
  absent: () => undefined,
  version: ownVersion,
  prepare: (job) => [`${builtCommand("ftp-harvest")} ${quoted(writeConfig(job))} ${commandOf(job.flags)} > /dev/null`],
};
