/** What a run is cut short with: Ctrl-C or SIGTERM. All that is open is closed on the way out. */
export class Stopped extends Error {
  constructor() {
    super("stopped by a signal");
  }
}

/** Aborted, with a `Stopped`, by the first SIGINT or SIGTERM; the second ends the process at once, as they do by default. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(name, () => stop.abort(new Stopped()));
  return stop.signal;
}
