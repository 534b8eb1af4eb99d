import { execFileSync } from "node:child_process";
import { absentCommand, versionOf } from "../installedCommand.ts";
import { commandOf } from "../measure/clientScript.ts";
import { CONNECTIONS, type HarvestJob, type Rival } from "../rival.ts";

export const rclone: Rival = {
  name: "rclone",
  manner: `a process a server, \`copy --transfers ${CONNECTIONS} --size-only --ignore-checksum\``,
  absent: () => absentCommand("rclone", "rclone"),
  version: () => versionOf("rclone", ["version"]),
  prepare: ({ servers, to, tls }) =>
    servers.map((server) =>
      commandOf([
        ...[
          "rclone",
          "--config",
          "/dev/null",
          "-q",
          "copy",
          `${remote(server)}${tls ? TLS : ""}:/`,
          `${to}/${server.name}`,
        ],
        ...["--transfers", CONNECTIONS, "--checkers", CONNECTIONS, "--retries", 1],
        ...["--size-only", "--ignore-checksum"],
      ]),
    ),
};

/** Its resumed sessions of TLS 1.3 vsftpd refuses (`illegal parameter`); those of TLS 1.2 it takes. */
const TLS = ",explicit_tls=true,no_check_certificate=true,disable_tls13=true";

/** It takes passwords in a form of its own only. */
function remote({ host, port, user, password }: HarvestJob["servers"][number]): string {
  const obscured = execFileSync("rclone", ["obscure", password], { encoding: "utf8" }).trim();
  return `:ftp,host=${host},port=${port},user=${user},pass=${obscured}`;
}
