import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** The real FTP servers that the tests run against. */
export type ServerKind = "vsftpd" | "proftpd" | "pure-ftpd";

export const SERVER_KINDS: readonly ServerKind[] = ["vsftpd", "proftpd", "pure-ftpd"];

/**
 * Where the servers are unpacked: `$FTP_HARVEST_SERVERS`, else a folder in the user's cache. Debian's packages of them conflict, so
 * that no system can have all three installed; unpacked side by side they do not meet.
 */
export function serversPrefix(): string {
  return process.env["FTP_HARVEST_SERVERS"] || join(homedir(), ".cache", "ftp-harvest", "servers");
}

/** Absolute path of a file of the unpacked packages. */
export function installedPath(inPackage: string): string {
  return join(serversPrefix(), inPackage);
}

/** What a kind needs on disk: the first is the server itself. */
const SERVER_FILES: Readonly<Record<ServerKind, readonly [string, ...string[]]>> = {
  vsftpd: ["usr/sbin/vsftpd"],
  proftpd: ["usr/sbin/proftpd", "usr/lib/proftpd/mod_tls.so", "usr/lib/proftpd/mod_digest.so"],
  "pure-ftpd": ["usr/sbin/pure-ftpd", "usr/bin/pure-pw"],
};

/** What keeps a kind from running here, in words; undefined when all is there. */
export function missing(kind: ServerKind): string | undefined {
  const absent = SERVER_FILES[kind].map(installedPath).filter((path) => !existsSync(path));
  if (absent.length > 0) return `${absent.join(", ")} is not there`;
  const libraries = missingLibraries(kind);
  return libraries.length > 0 ? `${kind} lacks ${libraries.join(", ")}` : undefined;
}

/** Shared libraries that the loader does not find, by their names, such as `libwrap.so.0`. */
function missingLibraries(kind: ServerKind): string[] {
  const ldd = spawnSync("ldd", SERVER_FILES[kind].map(installedPath), { encoding: "utf8" });
  const names = (ldd.stdout ?? "").split("\n").flatMap((line) => /^\s*(\S+) => not found/.exec(line)?.[1] ?? []);
  return [...new Set(names)];
}
