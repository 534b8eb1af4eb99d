import { spawnSync } from "node:child_process";
import { installedPath, missing, type ServerKind } from "../servers/installed.ts";
import { Skipped } from "./scenario.ts";

/** Throws a `Skipped` where a server of the kind can't run. */
export function demandServer(kind: ServerKind): void {
  if (process.getuid?.() !== 0) throw new Skipped("servers need root, to change root and user");
  const absent = missing(kind);
  if (absent !== undefined) throw new Skipped(`${absent}; run \`npm run servers:install\``);
}

const ASK: Readonly<Record<ServerKind, string>> = {
  vsftpd: '"$1" -v 0>&1', // it tells its version on standard input
  proftpd: '"$1" -v 2>&1',
  "pure-ftpd": '"$1" --help 2>&1',
};

export function serverVersion(kind: ServerKind): string {
  const { stdout } = spawnSync("sh", ["-c", ASK[kind], "sh", installedPath(`usr/sbin/${kind}`)], { encoding: "utf8" });
  return /\d+\.\d+(\.\d+)*\w*/.exec(stdout)?.[0] ?? "of unknown version";
}
