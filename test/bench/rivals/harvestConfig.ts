import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { quoted } from "../measure/clientScript.ts";
import { CONNECTIONS, type HarvestJob } from "../rival.ts";

/** Writes `cfg.yaml` (JSON is YAML) for the servers of a job, with more of `defaults`, and returns its path. */
export function writeConfig(
  { folder, servers, to, tls }: HarvestJob,
  more: Readonly<Record<string, string | number>> = {},
): string {
  const path = join(folder, "cfg.yaml");
  const known = servers.map(({ name, host, port, user, password }) => [name, { host, port, user, password }]);
  const secure = tls ? { secure: "explicit", insecure: true } : {};
  const defaults = { connections: CONNECTIONS, ...secure, ...more };
  const config = { buffer_path: to, defaults, servers: Object.fromEntries(known) };
  writeFileSync(path, JSON.stringify(config, undefined, 1));
  return path;
}

/** A command of this clone, built. */
export function builtCommand(name: string): string {
  return `${quoted(process.execPath)} ${quoted(builtFile(`bin/${name}.js`))}`;
}

/** The path of a file in `dist`. */
export function builtFile(name: string): string {
  return fileURLToPath(new URL(`../../../dist/${name}`, import.meta.url));
}
