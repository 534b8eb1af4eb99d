import { quoted } from "../measure/clientScript.ts";
import { CONNECTIONS, type Rival } from "../rival.ts";
import { builtCommand, writeConfig } from "./harvestConfig.ts";
import { ownVersion } from "./ownVersion.ts";

export const ftpPipe: Rival = {
  name: "pipe",
  manner: `\`ftp-list cfg.yaml | ftp-fetch -j ${CONNECTIONS} | ftp-report\``,
  absent: () => undefined,
  version: ownVersion,
  prepare(job) {
    const list = `${builtCommand("ftp-list")} ${quoted(writeConfig(job))}`;
    const fetch = `${builtCommand("ftp-fetch")} -j ${CONNECTIONS} --to ${quoted(job.to)}`;
    return [`${list} | ${fetch} | ${builtCommand("ftp-report")} --format json > /dev/null`];
  },
};
