import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installedPath } from "../installed.ts";
import { isRunning } from "../processFamily.ts";
import { HOST, NOBODY, PASSWORD, PASSWORD_HASH, type ServerCommand, type ServerSetup, USER } from "./command.ts";

/** Pure-FTPd ends a listing after so many names, and a recursive one at such a depth; the tests' trees stay below. */
const MOST_LISTED = "10000000:1000";

/** pure-ftpd(8): it is told all by arguments. */
export function pureFtpdCommand(setup: ServerSetup): ServerCommand {
  if (setup.tls === "implicit") throw new Error("Pure-FTPd has no implicit TLS");
  if (setup.requireSessionReuse) throw new Error("Pure-FTPd can't require TLS session reuse");
  const args = [
    ...["-S", `${setup.host ?? HOST},${setup.ports.control}`, "-4"],
    ...["-p", `${setup.ports.firstPassive}:${setup.ports.lastPassive}`],
    ...["-l", `puredb:${userDatabase(setup)}`],
    ...["-A", "-E", "-H", "-R", "-i"], // chroot all, no anonymous, no names of hosts, no chmod, no uploads by anonymous
    ...["-u", "1"], // lowest uid that may log in
    ...["-c", "2000"], // sessions
    ...["-L", MOST_LISTED],
    ...["-f", "none"], // no syslog
    ...["-k", "100"], // no refusal on a full disk
    ...["-g", join(setup.folder, "pure-ftpd.pid")],
    ...(setup.hideDotfiles ? [] : ["-D"]),
    ...(setup.maxPerIp === undefined ? [] : ["-C", String(setup.maxPerIp)]),
    ...(setup.tls === undefined ? [] : ["-Y", "3", "-2", setup.keyAndCertificate]),
    ...(setup.extra ?? []),
  ];
  const command = installedPath("usr/sbin/pure-ftpd");
  return { command, args, user: USER, password: PASSWORD, tidy: removeStaleSessions };
}

/** A file for each session, named after its process; pure-ftpwho(8) removes those of ended processes in the same way. */
const SESSIONS = "/run/pure-ftpd";

function removeStaleSessions(): void {
  if (!existsSync(SESSIONS)) return;
  for (const name of readdirSync(SESSIONS)) {
    const pid = /^client-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(SESSIONS, name), { force: true });
  }
}

/** account:hash:uid:gid:gecos:home/./ and twelve limits that are left empty */
function userDatabase(setup: ServerSetup): string {
  const users = join(setup.folder, "passwd");
  const database = join(setup.folder, "pureftpd.pdb");
  const line = `${USER}:${PASSWORD_HASH}:${NOBODY.uid}:${NOBODY.gid}::${setup.root}/./::::::::::::\n`;
  writeFileSync(users, line, { mode: 0o600 });
  execFileSync(installedPath("usr/bin/pure-pw"), ["mkdb", database, "-f", users]);
  return database;
}
