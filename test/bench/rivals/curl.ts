import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "../differences.ts";
import { absentCommand, versionOf } from "../installedCommand.ts";
import { commandOf } from "../measure/clientScript.ts";
import { CONNECTIONS, fileUrl, type Rival } from "../rival.ts";

const SETTINGS = [
  "--parallel-immediate",
  "--create-dirs",
  "--ftp-method",
  "nocwd",
  "--ftp-skip-pasv-ip",
  "--disable-epsv",
];

export const curl: Rival = {
  name: "curl",
  manner: `a process a server, \`--parallel-max ${CONNECTIONS} --ftp-method nocwd --disable-epsv\`; it can't walk and is given the list`,
  absent: () => absentCommand("curl", "curl"),
  version: () => versionOf("curl", ["--version"]),
  prepare: ({ servers, folder, to, tls }) =>
    servers.map((server) => {
      const lines = filesBelow(server.root).flatMap((path) => [
        `url = "${fileUrl(server, path)}"`,
        `output = "${to}/${server.name}/${path}"`,
      ]);
      const list = join(folder, `${server.name}.curl`);
      writeFileSync(list, `${lines.join("\n")}\n`);
      return commandOf([
        ...["curl", "-sS", "--parallel", "--parallel-max", CONNECTIONS, ...SETTINGS],
        ...(tls ? ["--ssl-reqd", "--insecure"] : []),
        ...["--ignore-content-length", "--retry", 2, "-K", list],
      ]);
    }),
};
