import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { commandOf } from "../measure/clientScript.ts";
import { CONNECTIONS, PROCESSES, type Rival } from "../rival.ts";

const SCRIPT = fileURLToPath(new URL("../joblibHarvest.py", import.meta.url));
/** Debian's own Python has Debian's packages; another one may come first in the PATH. */
const PYTHONS = ["/usr/bin/python3", "python3"];

export const joblib: Rival = {
  name: "joblib",
  manner: `Python, \`joblibHarvest.py\`: joblib processes over servers, ${CONNECTIONS} threads with ftplib in each`,
  absent: () => (python() === undefined ? "not installed: joblib (apt-get install python3-joblib)" : undefined),
  version: () =>
    output(
      python() ?? "",
      "import joblib, platform; print(joblib.__version__, 'on Python', platform.python_version())",
    ),
  prepare({ servers, folder, to }) {
    const list = join(folder, "servers.json");
    writeFileSync(list, JSON.stringify(servers.map(({ root, ...known }) => known)));
    return [commandOf([python() ?? "", SCRIPT, list, to, Math.min(servers.length, PROCESSES), CONNECTIONS])];
  },
};

function python(): string | undefined {
  return PYTHONS.find((path) => spawnSync(path, ["-c", "import joblib"]).status === 0);
}

function output(path: string, script: string): string {
  return spawnSync(path, ["-c", script], { encoding: "utf8" }).stdout.trim();
}
