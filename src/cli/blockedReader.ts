import type { OutputStream } from "./terminal.ts";

/**
 * A reader that takes nothing for so long after a signal got none, and will not read on. Node sees what is taken by whole chunks, of 64 KiB
 * here: for less, a shell's loop of some ten records a second would lose the last ones.
 */
const PATIENCE_MS = 60_000;

/**
 * After a signal, ends this process where a reader keeps it from its end: what is in a full pipe can't be written, and the system would
 * wait for ever. A reader that is only slow is waited for.
 */
export function leaveBlockedReader(stdout: OutputStream, signal: AbortSignal, end: () => void): void {
  const begin = () => {
    let waiting = 0;
    const look = () => {
      if (stdout.writableLength > 0 && stdout.writableLength === waiting) end();
      waiting = stdout.writableLength;
    };
    setInterval(look, PATIENCE_MS / 2).unref();
  };
  if (signal.aborted) begin();
  else signal.addEventListener("abort", begin, { once: true });
}
