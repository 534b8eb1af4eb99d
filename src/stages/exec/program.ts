import { type ChildProcess, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import type { Command } from "../../config/commandKind.ts";
import { errorCode } from "../../records/errorCode.ts";
import { endGroup } from "./processGroup.ts";

/** How a program ended. */
export type ProgramEnd =
  | { readonly how: "exited"; readonly code: number }
  | { readonly how: "killed"; readonly signal: string }
  /** It never ran; `why` is for people. */
  | { readonly how: "unstarted"; readonly why: string }
  /** By us. */
  | { readonly how: "stopped" };

/** A program of the user, with all that it starts in a group of its own. Its streams are missing if it could not be started. */
export interface Program {
  readonly stdin: Writable | null;
  readonly stdout: Readable | null;
  readonly stderr: Readable | null;
  /** When it has ended and all that it wrote was read. Never rejects. */
  readonly ended: Promise<ProgramEnd>;
  /** Ends it for certain. What it still had to say is lost. */
  stop(): void;
}

/** Starts a program that inherits our environment. `stdin`: "ignore" is an empty one. */
export function startProgram(command: Command, stdin: "pipe" | "ignore"): Program {
  const [program, ...args] = typeof command === "string" ? (["sh", "-c", command] as const) : command;
  try {
    return new RunningProgram(spawn(program, args, { detached: true, stdio: [stdin, "pipe", "pipe"] }));
  } catch (error) {
    // Some reasons are told by an event, some are thrown: arguments that are too long (E2BIG), a script without #! (ENOEXEC).
    return unstarted(error);
  }
}

class RunningProgram implements Program {
  readonly stdin: Writable | null;
  readonly stdout: Readable | null;
  readonly stderr: Readable | null;
  readonly ended: Promise<ProgramEnd>;
  readonly #child: ChildProcess;
  /** Nobody has its stdout and stderr open any more. */
  readonly #closed: Promise<ProgramEnd>;
  #state: "runs" | "is being stopped" | "is over" = "runs";
  #settle: (end: ProgramEnd) => void = () => {};

  constructor(child: ChildProcess) {
    // They are missing when no descriptor was left for them.
    const { stdin = null, stdout = null, stderr = null } = child;
    this.stdin = stdin;
    this.stdout = stdout;
    this.stderr = stderr;
    this.#child = child;
    this.ended = new Promise((resolve) => {
      this.#settle = resolve;
    });
    this.#closed = endOf(child);
    void this.#closed.then((end) => this.#over(end));
  }

  stop(): void {
    const { pid } = this.#child;
    if (this.#state !== "runs" || pid === undefined) return;
    this.#state = "is being stopped";
    this.stdin?.destroy();
    // Read on, or nobody sees when the last of them has ended.
    for (const output of [this.stdout, this.stderr]) output?.removeAllListeners("data").resume();
    void endGroup(pid, this.#closed).then(() => this.#letGo());
  }

  #over(end: ProgramEnd): void {
    if (this.#state !== "runs") return;
    this.#state = "is over";
    this.#settle(end);
  }

  /** Whoever left the group may hold the streams open for ever. */
  #letGo(): void {
    for (const output of [this.stdout, this.stderr]) output?.destroy();
    this.#child.unref();
    this.#settle({ how: "stopped" });
  }
}

function endOf(child: ChildProcess): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ how: "unstarted", why: whyUnstarted(error) }));
    child.on("close", (code, signal) =>
      resolve(signal === null ? { how: "exited", code: code ?? 0 } : { how: "killed", signal }),
    );
  });
}

function unstarted(error: unknown): Program {
  const ended = Promise.resolve<ProgramEnd>({ how: "unstarted", why: whyUnstarted(error) });
  return { stdin: null, stdout: null, stderr: null, ended, stop: () => {} };
}

function whyUnstarted(error: unknown): string {
  const code = errorCode(error);
  if (code === "ENOENT") return "there is no such program";
  if (code === "EACCES") return "it may not be run: is it executable?";
  // Not the error's own words: they may hold all arguments.
  return `it can't be started (${code || "for a reason unknown"})`;
}
