import { setMaxListeners } from "node:events";

/**
 * Calls `abandon` when a signal is aborted, at once if it is already. Returns how to stop listening. One signal may stand for a
 * whole harvest: that hundreds of sessions listen to it is no leak, of which Node would warn.
 */
export function onAbort(signal: AbortSignal, abandon: () => void): () => void {
  if (signal.aborted) {
    abandon();
    return () => {};
  }
  setMaxListeners(0, signal);
  signal.addEventListener("abort", abandon, { once: true });
  return () => signal.removeEventListener("abort", abandon);
}
