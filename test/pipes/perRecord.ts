import { spawnSync } from "node:child_process";

const HAS_JQ = spawnSync("bash", ["-c", "type jq"]).status === 0;

/**
 * A filter that makes another record of each, or none: `jq -c`, or Node.js where there is no jq.
 *
 * @param jq a program for jq
 * @param js the same as an expression of the record `r`; undefined leaves it out
 */
export function perRecord(jq: string, js: string): string {
  if (HAS_JQ) return `jq -c '${jq}'`;
  const lines = 'require("node:fs").readFileSync(0, "utf8").split("\\n").filter((l) => l !== "")';
  return `node -e '${lines}.map((l) => JSON.parse(l)).map((r) => ${js}).filter((r) => r).forEach((r) => console.log(JSON.stringify(r)))'`;
}
