import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));

/** `npm run test:faults` has more, and all forms in one. Starting commands is most of what those take. */
const SEEDS = { operators: 200, pipe: 3, harvest: 2, threads: 2 } as const;

/** Fewer files take less time, and schedules wait most of theirs. */
const CHEAPLY = ["--files", "8", "--width", "40"];

/** Kinds that the seeds strike with at the least: fewer, and the schedules have lost their teeth. */
const LEAST_KINDS = { operators: 100, pipe: 1, harvest: 1, threads: 1 } as const;

/** Files that are gone on with where they were cut off, at the least: that none is breaks no other property. */
const LEAST_RESUMED = { operators: 15, pipe: 0, harvest: 0, threads: 0 } as const;

/** Files that came by several sessions at once, likewise. */
const LEAST_DIVIDED = { operators: 4, pipe: 0, harvest: 0, threads: 0 } as const;

/** Ten times what it takes, and more: it finds hangs. */
const DEADLINE_MS = 900_000;

async function run(...args: readonly string[]): Promise<{ code: number; text: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", MAIN, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  const [code] = await once(child, "close");
  return { code: Number(code), text: Buffer.concat(chunks).toString() };
}

it.each(["operators", "pipe", "harvest", "threads"] as const)(
  "all properties hold for every seed: %s",
  async (form) => {
    const { code, text } = await run("--form", form, "--seeds", String(SEEDS[form]), ...CHEAPLY);
    expect(text).toContain(`${SEEDS[form]} schedules: ${SEEDS[form]} passed, 0 failed`);
    expect(Number(/^(\d+) kinds of faults struck/m.exec(text)?.[1])).toBeGreaterThanOrEqual(LEAST_KINDS[form]);
    expect(Number(/(\d+) of them gone on with/.exec(text)?.[1])).toBeGreaterThanOrEqual(LEAST_RESUMED[form]);
    expect(Number(/^(\d+) files in segments/m.exec(text)?.[1])).toBeGreaterThanOrEqual(LEAST_DIVIDED[form]);
    expect(code).toBe(0);
  },
  DEADLINE_MS,
);
