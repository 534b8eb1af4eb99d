import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

/** `npm run test:fuzz -- --runs N [--seed S] [--only TARGET]`: the targets of this folder, each with N drawn inputs. */
const { values } = parseArgs({
  options: { runs: { type: "string", default: "10000" }, seed: { type: "string" }, only: { type: "string" } },
});

/** So many milliseconds a run, and more: only what hangs takes longer. */
const MOST_MS_A_RUN = 100;

const timeout = Math.max(600_000, Number(values.runs) * MOST_MS_A_RUN);
const { status } = spawnSync(
  process.execPath,
  [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--config",
    "test/vitest.config.ts",
    "--testTimeout",
    `${timeout}`,
    "test/fuzz",
  ],
  {
    stdio: "inherit",
    env: {
      ...process.env,
      FUZZ_RUNS: values.runs,
      // Drawn anew each time, and told where something is found.
      FUZZ_SEED: values.seed ?? String(Math.floor(Math.random() * 2 ** 31)),
      FUZZ_ONLY: values.only ?? "",
    },
  },
);
process.exitCode = status ?? 1;
