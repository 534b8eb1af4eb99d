// `npm run test:faults -- --seeds 10000 --jobs 2`: draws schedules of faults from seeds, runs them and judges what came of them.
//
//   --seeds N --from S      so many, from this one on; --jobs J: in so many processes; --width W: so many at once in each
//   --seed S [--path P]     one, or what it was shrunk to; --schedule FILE: one that somebody wrote
//   --one-passing           with one fault a server that passes; --form operators, chain, pipe or harvest: only these
//   --shrink N              failures that are made smaller
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commandLine } from "./commandLine.ts";
import { Runner } from "./runner.ts";
import { failureText, shrunkText, summary } from "./summary.ts";

/** A worker that needs more leaks it. */
const MOST_MEMORY_bytes = 1024 ** 3;

async function main(): Promise<number> {
  const began_ms = performance.now();
  const { tasks, jobs, width, shrink, flags } = commandLine(process.argv.slice(2));
  // Memory, where there is a disk of it.
  const folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "fh-faults-"));
  const runner = new Runner({
    ...{ tasks, jobs, width, folder },
    onFailed: (failed) => console.log(failureText(failed)),
    onPassed: (passed) => process.stderr.isTTY && process.stderr.write(`\r${passed} passed `),
  });
  process.on("SIGINT", () => runner.stop());
  process.on("SIGTERM", () => runner.stop());
  try {
    await runner.run();
    for (const failed of runner.failed.slice(0, shrink)) {
      const shrunk = runner.stopped ? undefined : await runner.shrink(failed);
      if (shrunk !== undefined) console.log(shrunkText(failed.replay, shrunk, flags));
    }
    console.log(summary(runner, (performance.now() - began_ms) / 1000));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (runner.stopped) return 130;
  return runner.failed.length === 0 && runner.leaks.length === 0 && runner.peak_bytes < MOST_MEMORY_bytes ? 0 : 1;
}

process.exitCode = await main();
