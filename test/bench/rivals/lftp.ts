import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { absentCommand, versionOf } from "../installedCommand.ts";
import { commandOf } from "../measure/clientScript.ts";
import { CONNECTIONS, type Rival } from "../rival.ts";

/** What makes it fastest: commands written ahead of replies, and nothing asked or set that a harvest does not need. */
const SETTINGS = [
  "set ftp:sync-mode off",
  "set ftp:list-options -a",
  "set ftp:use-site-utime no",
  "set ftp:use-site-utime2 no",
  `set net:connection-limit ${CONNECTIONS}`,
  "set net:timeout 60",
  "set net:max-retries 5",
  "set net:reconnect-interval-base 1",
  "set mirror:set-permissions no",
  "set xfer:use-temp-file no",
];

const PLAIN = ["set ftp:ssl-allow no"];
const TLS = ["set ftp:ssl-force yes", "set ftp:ssl-protect-data yes", "set ssl:verify-certificate no"];

export const lftp = lftpThat({
  name: "lftp",
  manner: `a process a server, \`mirror --parallel=${CONNECTIONS}\`, \`ftp:sync-mode off\` and other settings that make it faster than its defaults`,
  mirrors: [`--parallel=${CONNECTIONS}`],
});

/** Its `pget` for each file of a tree. */
export const lftpPget = lftpThat({
  name: "lftp-pget",
  manner: `lftp with \`mirror --use-pget-n=${CONNECTIONS}\`: each file in so many parts`,
  mirrors: ["--parallel=1", `--use-pget-n=${CONNECTIONS}`],
});

function lftpThat({ name, manner, mirrors }: Pick<Rival, "name" | "manner"> & { mirrors: readonly string[] }): Rival {
  return {
    name,
    manner,
    absent: () => absentCommand("lftp", "lftp"),
    version: () => versionOf("lftp", ["--version"]),
    prepare: ({ servers, folder, to, again, tls }) =>
      servers.map(({ name, host, port, user, password }) => {
        const options = ["--no-perms", "--no-umask", ...mirrors, ...(again ? ["--only-newer"] : [])];
        const script = [
          ...SETTINGS,
          ...(tls ? TLS : PLAIN),
          `open -u ${user},${password} -p ${port} ${host}`,
          `mirror ${options.join(" ")} / ${to}/${name}`,
        ];
        const path = join(folder, `${name}.lftp`);
        writeFileSync(path, `${script.join("\n")}\n`);
        return commandOf(["lftp", "-f", path]);
      }),
  };
}
