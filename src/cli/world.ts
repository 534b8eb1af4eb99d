import { setMaxListeners } from "node:events";
import type { Readable } from "node:stream";
import { home } from "../config/localPath.ts";
import { stateFolder } from "../pipeline/journalFolder.ts";
import { listenForSignals, type Signals } from "./signals.ts";
import { type OutputStream, Terminal } from "./terminal.ts";

/** What a command has of the machine that it runs on: nothing below src/cli reads `process`. */
export interface World {
  readonly command: string;
  readonly terminal: Terminal;
  readonly signals: Signals;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: OutputStream;
  /** Worker threads begin, whose stdout and stderr flow into those of this process: each of them listens to both. */
  readonly expectThreads: () => void;
  /** Where journals are kept. */
  readonly stateFolder: string;
}

export function thisWorld(command: string): World & { leaveStdin(): void } {
  let stdin: World["stdin"] | undefined;
  let terminal: Terminal | undefined;
  // Whoever writes much listens as well. This is for a help text into `head -1`: no reason for a stack trace.
  process.stdout.on("error", () => {});
  return {
    command,
    // Node makes a standard stream when it is first asked for: 1 ms for one that a help text does not need.
    get terminal() {
      terminal ??= new Terminal(command, process.stderr);
      return terminal;
    },
    signals: listenForSignals(process),
    env: process.env,
    // A command that does not read spares itself a stream.
    get stdin() {
      stdin ??= process.stdin;
      return stdin;
    },
    /** Nothing more is wanted from upstream; an open stdin would keep the process alive. */
    leaveStdin: () => void stdin?.destroy(),
    stdout: process.stdout,
    // Node warns of more than ten listeners.
    expectThreads: () => setMaxListeners(0, process.stdout, process.stderr),
    stateFolder: stateFolder(process.env, home(process.env)),
  };
}
