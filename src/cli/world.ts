import { setMaxListeners } from "node:events";
import type { Readable } from "node:stream";
import { home } from "../config/localPath.ts";
import { stateFolder } from "../pipeline/journalFolder.ts";
import { readerLeft } from "../pipeline/readerLeft.ts";
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

/** The same, and what is left to be done with it at the end. */
interface ThisWorld extends World {
  /** Nothing more is wanted from upstream; an open stdin would keep the process alive. */
  leaveStdin(): void;
  /** Why not all of the output was written, when nothing of it is on its way any more; a reader that left is no fault. */
  outputFault(): Promise<Error | undefined>;
}

export function thisWorld(command: string): ThisWorld {
  let stdin: World["stdin"] | undefined;
  let terminal: Terminal | undefined;
  let fault: Error | undefined;
  // Whoever writes much listens as well. This is for a help text into `head -1`, or onto a full disk: no reason for a stack trace.
  process.stdout.on("error", (error) => {
    if (!readerLeft(error)) fault ??= error;
  });
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
    leaveStdin: () => void stdin?.destroy(),
    async outputFault() {
      if (!process.stdout.destroyed) await new Promise<void>((resolve) => process.stdout.write("", () => resolve()));
      return fault;
    },
    stdout: process.stdout,
    // Node warns of more than ten listeners.
    expectThreads: () => setMaxListeners(0, process.stdout, process.stderr),
    stateFolder: stateFolder(process.env, home(process.env)),
  };
}
