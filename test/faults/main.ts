import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runProgram } from "../program.ts";
import { stopSignal } from "../stopSignal.ts";
import { commandLine } from "./commandLine.ts";
import { Runner } from "./runner.ts";
import { failureText, notShrunkText, shrunkText, summary } from "./summary.ts";

const USAGE = `npm run test:faults -- [OPTION…]: draws schedules of faults from seeds, runs them and judges what came of them.

  --seeds N --from S      so many, from this one on; --jobs J: in so many processes; --width W: so many at once in each
  --seed S [--path P]     one, or what it was shrunk to
  --schedule FILE         one that was printed, or that somebody wrote
  --one-passing           with one fault a server that passes: all files must come
  --in-segments           with files so large that they come in segments: each takes as long as some others
  --form FORM             operators, chain, pipe, harvest or threads: only these
  --files N               files of a server at the most
  --shrink N              failures that are made smaller

Exit code 1: a property is broken, or something was left open. The same flags draw the same schedules while the code that draws is the same.`;

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
  stopSignal().addEventListener("abort", () => runner.stop());
  process.once("exit", () => {
    runner.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  try {
    await runner.run();
    for (const failed of runner.failed.slice(0, shrink)) {
      if (runner.stopped) break;
      const shrunk = await runner.shrink(failed);
      console.log(shrunk === undefined ? notShrunkText(failed) : shrunkText(failed.replay, shrunk, flags));
    }
    console.log(summary(runner, (performance.now() - began_ms) / 1000));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (runner.stopped) return 130;
  return runner.failed.length === 0 && runner.leaks.length === 0 && runner.peak_bytes < MOST_MEMORY_bytes ? 0 : 1;
}

await runProgram(USAGE, main);
