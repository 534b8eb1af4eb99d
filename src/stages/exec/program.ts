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
    return running(spawn(program, args, { detached: true, stdio: [stdin, "pipe", "pipe"] }));
  } catch (error) {
    // Some reasons are told by an event, some are thrown: arguments that are too long (E2BIG), a script without #! (ENOEXEC).
    return unstarted(error);
  }
}

function running(child: ChildProcess): Program {
  const { pid, stdin = null, stdout = null, stderr = null } = child;
  let over = false;
  let resolve: (end: ProgramEnd) => void = () => {};
  const ended = new Promise<ProgramEnd>((settle) => {
    resolve = settle;
  });
  child.on("error", (error) => {
    over = true;
    resolve({ how: "unstarted", why: whyUnstarted(error) });
  });
  child.on("close", (code, signal) => {
    if (over) return;
    over = true;
    resolve(signal === null ? { how: "exited", code: code ?? 0 } : { how: "killed", signal });
  });
  const stop = () => {
    if (over || pid === undefined) return;
    over = true;
    // Whoever left the group may hold them open for ever.
    for (const stream of [stdin, stdout, stderr]) stream?.destroy();
    void endGroup(pid).then(() => {
      child.unref();
      resolve({ how: "stopped" });
    });
  };
  return { stdin, stdout, stderr, ended, stop };
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
