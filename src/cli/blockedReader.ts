import type { OutputStream } from "./terminal.ts";

/** A reader that takes nothing for so long after a signal got none, and will not read on. */
const PATIENCE_MS = 10_000;

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
