import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));

/** `npm run test:faults` has more. */
const SEEDS = 200;

/** Kinds that these seeds strike with at the least: fewer, and the schedules have lost their teeth. */
const LEAST_KINDS = 100;

/** Ten times what it takes. */
const DEADLINE_MS = 600_000;

async function run(...args: readonly string[]): Promise<{ code: number; text: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", MAIN, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  const [code] = await once(child, "close");
  return { code: Number(code), text: Buffer.concat(chunks).toString() };
}

it(
  "all properties hold for some hundred seeds",
  async () => {
    const { code, text } = await run("--seeds", String(SEEDS), "--jobs", "1");
    expect(text).toContain(`${SEEDS} schedules: ${SEEDS} passed, 0 failed`);
    expect(Number(/^(\d+) kinds of faults struck/m.exec(text)?.[1])).toBeGreaterThan(LEAST_KINDS);
    expect(code).toBe(0);
  },
  DEADLINE_MS,
);
