import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { installedPath } from "../installed.ts";
import { HOST, NOBODY, PASSWORD, PASSWORD_HASH, type ServerCommand, type ServerSetup, USER } from "./command.ts";

/** http://www.proftpd.org/docs/directives/configuration_full.html */
export function proftpdCommand(setup: ServerSetup): ServerCommand {
  const file = (name: string): string => join(setup.folder, name);
  const owner = `${NOBODY.uid}:${NOBODY.gid}`;
  writeFileSync(file("passwd"), `${USER}:${PASSWORD_HASH}:${owner}::${setup.root}:/bin/sh\n`, { mode: 0o600 });
  writeFileSync(file("group"), `${NOBODY.group}:x:${NOBODY.gid}:\n`, { mode: 0o600 });
  const lines = [
    "ServerType standalone",
    'ServerName "ftp-harvest test"',
    `DefaultAddress ${setup.host ?? HOST}`,
    `Port ${setup.ports.control}`,
    `PassivePorts ${setup.ports.firstPassive} ${setup.ports.lastPassive}`,
    "SocketBindTight on",
    "UseIPv6 off",
    "UseReverseDNS off",
    "User nobody",
    `Group ${NOBODY.group}`,
    "AuthOrder mod_auth_file.c",
    `AuthUserFile ${file("passwd")}`,
    `AuthGroupFile ${file("group")}`,
    "RequireValidShell off",
    "UseFtpUsers off",
    "DefaultRoot ~",
    "MaxInstances none",
    `PidFile ${file("proftpd.pid")}`,
    `ScoreboardFile ${setup.maxPerIp === undefined ? "none" : file("scoreboard")}`,
    `SystemLog ${file("system.log")}`,
    "WtmpLog off",
    "TransferLog none",
    "ControlsEngine off",
    `ModulePath ${installedPath("usr/lib/proftpd")}`,
    "TimesGMT on",
    "ShowSymlinks on",
    "<IfModule mod_delay.c>",
    "DelayEngine off",
    "</IfModule>",
    "<IfModule mod_lang.c>",
    "UseEncoding off",
    "</IfModule>",
    "<Limit WRITE>",
    "DenyAll",
    "</Limit>",
    ...(setup.hideDotfiles ? [] : ['ListOptions "-a"']),
    ...(setup.maxPerIp === undefined
      ? []
      : [`MaxClientsPerHost ${setup.maxPerIp} "421 Too many connections (%m) from your address"`]),
    ...(setup.tls === undefined ? [] : tlsLines(setup)),
    ...(setup.hashes ? ["LoadModule mod_digest.c", "DigestEngine on"] : []),
    ...(setup.extra ?? []),
  ];
  writeFileSync(file("proftpd.conf"), `${lines.join("\n")}\n`);
  const args = ["--nodaemon", "--quiet", "--config", file("proftpd.conf")];
  return { command: installedPath("usr/sbin/proftpd"), args, user: USER, password: PASSWORD };
}

function tlsLines(setup: ServerSetup): string[] {
  const options = [
    ...(setup.requireSessionReuse ? [] : ["NoSessionReuseRequired"]),
    ...(setup.tls === "implicit" ? ["UseImplicitSSL"] : []),
  ];
  return [
    "LoadModule mod_tls.c",
    "TLSEngine on",
    "TLSRequired on",
    `TLSRSACertificateFile ${setup.keyAndCertificate}`,
    `TLSRSACertificateKeyFile ${setup.keyAndCertificate}`,
    "TLSVerifyClient off",
    "TLSProtocol TLSv1.2 TLSv1.3",
    ...(options.length > 0 ? [`TLSOptions ${options.join(" ")}`] : []),
  ];
}
