import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { runProgram, WrongUsage, wholeNumber } from "../program.ts";

const USAGE = `npm run test:fuzz -- [OPTION…]: damaged input of all kinds, for all that reads bytes of others.

  --runs N         inputs of each target, 10000 unless given
  --seed S         draws the same ones again
  --only TARGET    the one of this name`;

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** So many milliseconds a run, and more: only what hangs takes longer. */
const MOST_MS_A_RUN = 100;
const SHORTEST_MS = 600_000;
const MOST_SEEDS = 2 ** 31;

function main(): number {
  const { runs, seed, only } = parseArgs({
    options: { runs: { type: "string", default: "10000" }, seed: { type: "string" }, only: { type: "string" } },
  }).values;
  const count = wholeNumber("runs", runs, 1);
  const drawn = seed === undefined ? randomInt(MOST_SEEDS) : wholeNumber("seed", seed);
  if (only !== undefined && !isTarget(only)) throw new WrongUsage(`--only ${only}: there is no such target`);
  const timeout = Math.max(SHORTEST_MS, count * MOST_MS_A_RUN);
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--config", "test/vitest.config.ts"];
  const { status } = spawnSync(process.execPath, [...vitest, "--testTimeout", String(timeout), "test/fuzz"], {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, FUZZ_RUNS: String(count), FUZZ_SEED: String(drawn), FUZZ_ONLY: only ?? "" },
  });
  return status ?? 1;
}

/** Targets are named where they are fuzzed. */
function isTarget(name: string): boolean {
  const tests = readdirSync(FOLDER).filter((file) => file.endsWith(".test.ts"));
  return tests.some((file) => readFileSync(`${FOLDER}${file}`, "utf8").includes(`name: "${name}"`));
}

await runProgram(USAGE, main);
