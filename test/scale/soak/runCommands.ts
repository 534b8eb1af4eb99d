import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SoakWorld } from "./soakWorld.ts";

const BIN = fileURLToPath(new URL("../../../dist/bin", import.meta.url));

/** In turn: the pipe, and all in one process. */
const SCRIPTS = [
  `"$BIN/ftp-list.js" "$CONFIG" | "$BIN/ftp-fetch.js" --to "$TO" | "$BIN/ftp-report.js" --format rows`,
  `"$BIN/ftp-harvest.js" "$CONFIG" --to "$TO" --format rows`,
];

/** Runs the built commands once, into a folder of their own, and says what is wrong with what came of it. */
export async function runCommands(world: SoakWorld, turn: number, signal: AbortSignal): Promise<string[]> {
  const to = join(world.folder, "commands");
  const child = spawn("bash", ["-c", `set -o pipefail; ${SCRIPTS[turn % SCRIPTS.length]}`], {
    env: { PATH: process.env["PATH"], HOME: world.folder, BIN, CONFIG: world.config, TO: to, ...world.env },
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
  });
  const stop = (): void => void (child.pid !== undefined && process.kill(-child.pid, "SIGKILL"));
  signal.addEventListener("abort", stop, { once: true });
  let said = "";
  child.stderr.on("data", (bytes: Buffer) => {
    said += bytes.toString("utf8");
  });
  const [code] = await once(child, "close");
  signal.removeEventListener("abort", stop);
  signal.throwIfAborted();
  world.ageJournals();
  const wrong = code === 0 ? [] : [`exit code ${code}: ${said}`];
  return [...wrong, ...world.faultsOf(to)].map((fault) => `commands ${turn}: ${fault}`);
}
