import { absentCommand, versionOf } from "../installedCommand.ts";
import { commandOf } from "../measure/clientScript.ts";
import type { Rival } from "../rival.ts";

export const wget: Rival = {
  name: "wget",
  manner: "a process a server, `-r -l inf`; it can only use one connection",
  absent: () => absentCommand("wget", "wget"),
  version: () => versionOf("wget", ["--version"]),
  prepare: ({ servers, to, tls }) =>
    servers.map(({ name, host, port, user, password }) =>
      commandOf([
        ...["wget", "-q", "-r", "-l", "inf", "-nH", "--tries=3", "-P", `${to}/${name}`],
        ...(tls ? ["--no-check-certificate"] : []),
        ...[`--ftp-user=${user}`, `--ftp-password=${password}`, `${tls ? "ftps" : "ftp"}://${host}:${port}/`],
      ]),
    ),
};
