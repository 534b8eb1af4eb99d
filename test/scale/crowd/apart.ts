import { spawn } from "node:child_process";
import { once } from "node:events";

/** Given to a process that is in its own network namespace already. */
const INSIDE = "--inside";

/**
 * Runs this program once more, in a network namespace that has loopback only: servers may listen at all addresses, and no port is
 * taken. Returns its exit code.
 */
export async function runApart(signal: AbortSignal): Promise<number> {
  const again = [process.execPath, ...process.execArgv, ...process.argv.slice(1), INSIDE];
  const script = 'ip link set lo up && exec "$@"';
  const child = spawn("unshare", ["--net", "sh", "-c", script, "sh", ...again], { stdio: "inherit" });
  signal.addEventListener("abort", () => child.kill("SIGTERM"), { once: true });
  const [code] = await once(child, "exit");
  return Number(code ?? 1);
}
