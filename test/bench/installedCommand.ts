import { spawnSync } from "node:child_process";

/** Why a command of a Debian package is not there, such as `not installed: rclone (apt-get install rclone)`. */
export function absentCommand(command: string, debianPackage: string): string | undefined {
  if (spawnSync("sh", ["-c", 'command -v "$1"', "sh", command]).status === 0) return undefined;
  return `not installed: ${command} (apt-get install ${debianPackage})`;
}

/** The first version number that a command tells of itself, else `unknown`. */
export function versionOf(command: string, args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  return /\d+\.\d+(\.\d+)*/.exec(`${stdout}\n${stderr}`)?.[0] ?? "unknown";
}
