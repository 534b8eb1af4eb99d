import { readFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, release, totalmem, type } from "node:os";

/** The machine in one line: processor, cores, memory, kernel, system. */
export function machineLine(): string {
  const memory_GB = (totalmem() / 1e9).toFixed(0);
  return `${cpus()[0]?.model.trim() ?? "unknown processor"}, ${availableParallelism()} cores, ${memory_GB} GB, ${type()} ${release()}, ${systemName()}`;
}

/** How many processes ran or wanted to, over the last minute. */
export function loadLine(): string {
  return `load ${loadavg()[0]?.toFixed(2)} before it`;
}

function systemName(): string {
  try {
    return /^PRETTY_NAME="(.*)"$/m.exec(readFileSync("/etc/os-release", "utf8"))?.[1] ?? "";
  } catch {
    return "unknown system";
  }
}
