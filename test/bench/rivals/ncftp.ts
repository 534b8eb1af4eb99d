import { absentCommand, versionOf } from "../installedCommand.ts";
import { commandOf } from "../measure/clientScript.ts";
import type { Rival } from "../rival.ts";

export const ncftp: Rival = {
  name: "ncftp",
  manner: "a process a server, `ncftpget -R`; it can only use one connection",
  absent: () => absentCommand("ncftpget", "ncftp"),
  version: () => versionOf("ncftpget", ["-v"]),
  prepare: ({ servers, to }) =>
    servers.map(({ name, host, port, user, password }) =>
      commandOf(["ncftpget", "-V", "-R", "-u", user, "-p", password, "-P", port, host, `${to}/${name}`, "/"]),
    ),
};
