import { type ChildProcess, spawn } from "node:child_process";
import { open } from "node:fs/promises";
import { constants } from "node:os";
import type { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** How long children may take to end after SIGTERM; our commands close their sockets within a second. */
const GRACE_MS = 5_000;

/** More than any report of ten small servers; what writes more is ended. */
const MAX_OUTPUT_BYTES = 4 * 1024 * 1024;

/** As shells say it: the command could not be started. */
const NOT_STARTED = 127;

/** A command of a pipe. */
export interface PipedCommand {
  /** Program and arguments; no shell reads them. */
  readonly argv: readonly string[];
  /** A file, not there yet, that gets a copy of what this command reads from the one before: `tee` in front of it. */
  readonly tee?: string;
}

export interface ChildPipe {
  readonly commands: readonly PipedCommand[];
  /** Descriptor of a file that the first command reads; it reads nothing if not given. */
  readonly input?: number;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** When aborted, all children get SIGTERM, and SIGKILL where that does not help. */
  readonly signal: AbortSignal;
}

export interface PipeEnd {
  /** What the last command wrote, as UTF-8. */
  readonly output: string;
  /** Each command's exit code as a shell gives it: 128 and more for a signal, 127 if it could not be started. */
  readonly codes: readonly number[];
}

/**
 * Runs commands side by side, each one's stdout being the next one's stdin, and waits for all. Descriptors are handed from
 * child to child: the bytes do not pass through this process, but for a `tee`. stderr is this process's own. Throws the
 * signal's reason when that is aborted before anything was started.
 */
export async function runPipe(pipe: ChildPipe): Promise<PipeEnd> {
  pipe.signal.throwIfAborted();
  const children: Child[] = [];
  const kill = (signal: NodeJS.Signals) => children.forEach(({ process }) => void process.kill(signal));
  const release = onceAborted(pipe.signal, kill);
  try {
    const copies: Promise<void>[] = [];
    for (const command of pipe.commands) {
      const previous = children.at(-1);
      const child = start(command, pipe, previous?.stdout ?? pipe.input);
      children.push(child);
      if (previous !== undefined) copies.push(join(previous, child, command.tee));
    }
    const output = await textOf(children.at(-1)?.stdout);
    await Promise.all(copies);
    return { output, codes: await Promise.all(children.map(({ code }) => code)) };
  } finally {
    release();
    kill("SIGKILL");
  }
}

interface Child {
  readonly process: ChildProcess;
  readonly stdin: Writable | null;
  readonly stdout: Readable;
  readonly code: Promise<number>;
}

function start({ argv, tee }: PipedCommand, { cwd, env }: ChildPipe, input: Readable | number | undefined): Child {
  const [program = "", ...rest] = argv;
  const given = input === undefined ? "ignore" : tee === undefined ? input : "pipe";
  const child = spawn(program, rest, { cwd, env: { ...env }, stdio: [given, "pipe", "inherit"] });
  const code = new Promise<number>((resolve) => {
    child.once("exit", (status, signal) => resolve(status ?? 128 + (signal === null ? 0 : constants.signals[signal])));
    child.once("error", () => resolve(NOT_STARTED));
  });
  if (child.stdout === null) throw new Error("a child without stdout");
  return { process: child, stdin: child.stdin, stdout: child.stdout, code };
}

/** Completes what `start` began: the first one's output is the other one's input. */
async function join(from: Child, to: Child, tee: string | undefined): Promise<void> {
  // It is the next command's now: held here too, the one before would never learn that its reader is gone.
  if (tee === undefined || to.stdin === null) return void from.stdout.destroy();
  // When either side goes away both are ended, as with a tee of its own; their exit codes tell.
  await pipeline(from.stdout, copyTo(tee), to.stdin).catch(() => {});
}

function copyTo(path: string): (chunks: AsyncIterable<Buffer>) => AsyncGenerator<Buffer> {
  return async function* copy(chunks) {
    const file = await open(path, "wx", 0o600);
    try {
      for await (const chunk of chunks) {
        await file.writeFile(chunk);
        yield chunk;
      }
    } finally {
      await file.close();
    }
  };
}

async function textOf(stdout: Readable | undefined): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stdout ?? []) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MAX_OUTPUT_BYTES) break;
  }
  return Buffer.concat(chunks).toString();
}

/** Ends children when the signal is aborted. Returns what takes this back. */
function onceAborted(signal: AbortSignal, kill: (signal: NodeJS.Signals) => void): () => void {
  let grace: NodeJS.Timeout | undefined;
  const end = () => {
    kill("SIGTERM");
    grace = setTimeout(kill, GRACE_MS, "SIGKILL");
  };
  signal.addEventListener("abort", end, { once: true });
  return () => {
    signal.removeEventListener("abort", end);
    clearTimeout(grace);
  };
}
