import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { quoted } from "../measure/clientScript.ts";
import { CONNECTIONS, type HarvestJob } from "../rival.ts";

/** Writes `cfg.yaml` (JSON is YAML) for the servers of a job, and returns its path. */
export function writeConfig({ folder, servers, to }: HarvestJob): string {
  const path = join(folder, "cfg.yaml");
  const known = servers.map(({ name, host, port, user, password }) => [name, { host, port, user, password }]);
  const config = { buffer_path: to, defaults: { connections: CONNECTIONS }, servers: Object.fromEntries(known) };
  writeFileSync(path, JSON.stringify(config, undefined, 1));
  return path;
}

/** A command of this clone, built. */
export function builtCommand(name: string): string {
  const script = fileURLToPath(new URL(`../../../dist/bin/${name}.js`, import.meta.url));
  return `${quoted(process.execPath)} ${quoted(script)}`;
}
