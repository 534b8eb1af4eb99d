import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Of this clone, with its commit where it has one; `+` when files differ from it. */
export function ownVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
  const described = spawnSync("git", ["describe", "--always", "--dirty=+"], {
    cwd: import.meta.dirname,
    encoding: "utf8",
  });
  return described.status === 0 ? `${version} (${described.stdout.trim()})` : String(version);
}
