import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "../differences.ts";
import { absentCommand, versionOf } from "../installedCommand.ts";
import { commandOf } from "../measure/clientScript.ts";
import { CONNECTIONS, fileUrl, type Rival } from "../rival.ts";

const SETTINGS = [
  "--ftp-reuse-connection=false",
  "--file-allocation=none",
  "--auto-file-renaming=false",
  "--allow-overwrite=true",
  "--summary-interval=0",
  "--console-log-level=error",
  "--no-conf",
  "--disk-cache=0",
  "--auto-save-interval=0",
  "--max-download-result=0",
];

export const aria2 = aria2That({
  name: "aria2",
  manner: `a process a server, \`-j ${CONNECTIONS} -x 1 --ftp-reuse-connection=false\`; it can't walk and is given the list`,
  shares: ["-j", CONNECTIONS, "-x", 1, "-s", 1],
});

export const aria2Segments = aria2That({
  name: "aria2-segments",
  manner: `aria2 with \`-x ${CONNECTIONS} -s ${CONNECTIONS}\`: each file in so many parts`,
  shares: ["-j", 1, "-x", CONNECTIONS, "-s", CONNECTIONS],
});

function aria2That({
  name,
  manner,
  shares,
}: Pick<Rival, "name" | "manner"> & { shares: readonly (string | number)[] }): Rival {
  return {
    name,
    manner,
    absent: () => absentCommand("aria2c", "aria2"),
    version: () => versionOf("aria2c", ["--version"]),
    prepare: ({ servers, folder, to }) =>
      servers.map((server) => {
        const lines = filesBelow(server.root).map((path) => `${fileUrl(server, path)}\n out=${path}\n`);
        const list = join(folder, `${server.name}.aria2`);
        writeFileSync(list, lines.join(""));
        const at = ["-i", list, "-d", `${to}/${server.name}`, ...shares];
        return commandOf(["aria2c", "-q", ...at, ...SETTINGS]);
      }),
  };
}
