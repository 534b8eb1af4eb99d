import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { endMarked, MARK } from "./marked.ts";

/** A broken program may wait for ever; the slowest tests of one kind take a minute or two. */
const LONGEST_MS = 600_000;

/** Characters kept of what a command says. */
const MOST_SAID = 20_000;

export interface CommandEnd {
  /** Null: it was ended by a signal, as one is that takes too long. */
  readonly code: number | null;
  /** The last that it wrote to stdout and stderr. */
  readonly said: string;
}

interface CommandPlace {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** Aborted: it is ended. */
  readonly signal: AbortSignal;
}

/** Runs a command to its end, or for ten minutes. What it started and left behind is ended, too. Rejects where it can't be started. */
export async function runCommand(
  [program = "", ...args]: readonly string[],
  { folder, env, signal }: CommandPlace,
): Promise<CommandEnd> {
  const mark = randomUUID();
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, ...env, [MARK]: mark },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const end = () => endMarked(mark, child.pid);
  const tooLong = setTimeout(end, LONGEST_MS);
  signal.addEventListener("abort", end, { once: true });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-MOST_SAID);
    });
  }
  try {
    // Not "close": what it has left behind may hold its streams open.
    const [code]: unknown[] = await once(child, "exit");
    return { code: typeof code === "number" ? code : null, said };
  } finally {
    clearTimeout(tooLong);
    signal.removeEventListener("abort", end);
    end();
  }
}
