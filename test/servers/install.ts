// Unpacks vsftpd, ProFTPD and Pure-FTPd side by side for the tests, and installs jq and lftp. Starts nothing and puts nothing under /etc.
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { missing, SERVER_KINDS, type ServerKind, serversPrefix } from "./installed.ts";

const PACKAGES: Readonly<Record<ServerKind, readonly string[]>> = {
  vsftpd: ["vsftpd"],
  proftpd: ["proftpd-core", "proftpd-mod-crypto"],
  "pure-ftpd": ["pure-ftpd", "pure-ftpd-common"],
};

/** Shared libraries that a plain Debian 12 does not have; the packages of the servers themselves are never installed. */
const LIBRARIES: Readonly<Record<ServerKind, readonly string[]>> = {
  vsftpd: ["libwrap0"],
  proftpd: ["libhiredis0.14", "libmemcached11", "libmemcachedutil2", "libpcre2-posix3"],
  "pure-ftpd": [],
};

/** Pipelines of the toolkit use jq; with lftp the scripted server is tried. */
const TOOLS = ["jq", "lftp"];

/** Another apt may be at work on a fresh machine. */
const LOCK_WAIT = ["-o", "DPkg::Lock::Timeout=120"];

function install(): void {
  const wanted = SERVER_KINDS.filter((kind) => missing(kind) !== undefined);
  if (wanted.length > 0) {
    unpack(wanted.flatMap((kind) => PACKAGES[kind]));
    const libraries = wanted.filter((kind) => missing(kind) !== undefined).flatMap((kind) => LIBRARIES[kind]);
    if (libraries.length > 0) withUpdate(() => apt(["install", "-y", "--no-install-recommends", ...libraries]));
  }
  for (const tool of TOOLS) {
    if (run(tool, ["--version"]).status === 0) continue;
    withUpdate(() => apt(["install", "-y", "--no-install-recommends", tool]));
  }
  const bad = SERVER_KINDS.flatMap((kind) => missing(kind) ?? []);
  if (bad.length > 0) throw new Error(bad.join("; "));
}

function unpack(packages: readonly string[]): void {
  const debs = mkdtempSync(join(tmpdir(), "ftp-harvest-debs-"));
  try {
    chmodSync(debs, 0o777); // apt downloads as the user _apt
    withUpdate(() => apt(["download", ...packages], debs));
    mkdirSync(serversPrefix(), { recursive: true });
    for (const deb of readdirSync(debs)) must("dpkg -x", run("dpkg", ["-x", join(debs, deb), serversPrefix()]));
  } finally {
    rmSync(debs, { recursive: true, force: true });
  }
}

/** On a fresh machine apt has no package lists, or old ones that name packages which are gone. */
function withUpdate(action: () => void): void {
  try {
    action();
  } catch {
    apt(["update"]);
    action();
  }
}

function apt(args: readonly string[], cwd?: string): void {
  must(`apt-get ${args.join(" ")}`, run("apt-get", ["-q", ...LOCK_WAIT, ...args], cwd));
}

function run(command: string, args: readonly string[], cwd?: string): SpawnSyncReturns<string> {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C" };
  return spawnSync(command, args, { encoding: "utf8", env, ...(cwd === undefined ? {} : { cwd }) });
}

function must(what: string, result: SpawnSyncReturns<string>): void {
  if (result.status === 0) return;
  const why = result.error?.message ?? errorLines(result.stderr);
  throw new Error(`${what}: ${why}`);
}

function errorLines(stderr: string): string {
  const lines = stderr.split("\n").filter((line) => line.startsWith("E:"));
  return (lines.length > 0 ? lines.join(" ") : stderr).trim();
}

try {
  install();
  console.log(`vsftpd, proftpd and pure-ftpd are in ${serversPrefix()}; jq and lftp are installed`);
} catch (error) {
  const why = error instanceof Error ? error.message : String(error);
  console.error(`servers:install: what the tests need can't be had (Debian or Ubuntu, root): ${why}`);
  process.exitCode = 1;
}
