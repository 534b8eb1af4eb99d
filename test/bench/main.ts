import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "../program.ts";
import { runApart } from "../scale/crowd/apart.ts";
import { Stopped, stopSignal } from "../stopSignal.ts";
import { type Asked, asked, USAGE } from "./asked.ts";
import { Compiler } from "./compiled.ts";
import { loadLine, machineLine } from "./machine.ts";
import { canBeApart, keepFewEnded } from "./network.ts";
import { takeLock } from "./onlyOne.ts";
import { RESULTS, section, writeSection } from "./results.ts";
import { roomyFolder } from "./room.ts";
import { type Bench, type Scenario, Skipped } from "./scenario.ts";

const FAULTY = 1;
const SKIPPED = 3;

async function main(): Promise<number> {
  const what = asked(process.argv.slice(2));
  const signal = stopSignal();
  if (!what.inside) {
    if (!(await takeLock())) {
      console.error("bench: another one is running on this machine, and each would measure the other");
      return FAULTY;
    }
    if (canBeApart()) return runApart(signal);
  }
  if (what.inside) keepFewEnded();
  const folder = mkdtempSync(join(roomyFolder(), "ftp-harvest-bench-"));
  chmodSync(folder, 0o755); // servers read as an unprivileged user
  try {
    return await runAll(what, benchOf(what, folder, signal));
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    console.error(error.message);
    return FAULTY;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function benchOf(what: Asked, folder: string, signal: AbortSignal): Bench {
  const { quick, rounds, rivals, files, kind, inside } = what;
  const say = (line: string): void => console.log(line);
  return { folder, quick, rounds, rivals, files, kind, apart: inside, compiler: new Compiler(folder), signal, say };
}

/** Returns the exit code. */
async function runAll(what: Asked, bench: Bench): Promise<number> {
  let code = 0;
  for (const scenario of what.scenarios) {
    const one = await runOne(scenario, what, bench);
    code = code === FAULTY || one === 0 ? code : one;
  }
  return code;
}

async function runOne(scenario: Scenario, what: Asked, bench: Bench): Promise<number> {
  const circumstances = { date: new Date().toISOString().slice(0, 10), machine: machineLine(), load: loadLine() };
  bench.say(`\n${scenario.name}: ${scenario.what}`);
  try {
    const findings = await scenario.run(bench);
    const text = section(findings, circumstances);
    bench.say(`\n${text}`);
    const out = what.out ?? (isWhole(what) ? RESULTS : undefined);
    if (out !== undefined) writeSection(out, findings.name, text);
    return findings.faults.length > 0 ? FAULTY : 0;
  } catch (error) {
    if (!(error instanceof Skipped)) throw error;
    bench.say(`${scenario.name}: skipped: ${error.message}`);
    return SKIPPED;
  }
}

/** Only what was measured with the scenario's own numbers and all its clients stands beside earlier results. */
function isWhole({ quick, rounds, rivals, files }: Asked): boolean {
  return !quick && rounds === undefined && rivals === undefined && files === undefined;
}

await runProgram(USAGE, main);
