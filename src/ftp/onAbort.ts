import { setMaxListeners } from "node:events";

/** Who listens to a signal. */
const listeners = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls `abandon` when a signal is aborted, at once if it is already. Returns how to stop listening. One signal may stand for a
 * whole harvest, and everything in it listens for as long as it lasts: they share one listener of Node's: one of its own for each file is slow to add and take off.
 */
export function onAbort(signal: AbortSignal, abandon: () => void): () => void {
  if (signal.aborted) {
    abandon();
    return () => {};
  }
  const all = listeners.get(signal) ?? listenTo(signal);
  // Its own, should one function listen twice.
  const own = () => abandon();
  all.add(own);
  return () => void all.delete(own);
}

function listenTo(signal: AbortSignal): Set<() => void> {
  const all = new Set<() => void>();
  listeners.set(signal, all);
  // That hundreds of others listen to a harvest's signal is no leak, of which Node would warn.
  setMaxListeners(0, signal);
  signal.addEventListener("abort", () => callAll(all), { once: true });
  return all;
}

function callAll(all: ReadonlySet<() => void>): void {
  for (const abandon of all) abandon();
}
