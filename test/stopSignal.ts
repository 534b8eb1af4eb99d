/** What a run is cut short with: Ctrl-C or another signal. All that is open is closed on the way out. */
export class Stopped extends Error {
  constructor() {
    super("stopped by a signal");
  }
}

/** Signals so close to each other are one: a terminal sends Ctrl-C to all, and npm and tsx pass it on. */
const ONE_SIGNAL_MS = 1_000;
/** As a shell tells of a command that Ctrl-C has ended. */
const INTERRUPTED = 130;

/** Aborted, with a `Stopped`, by the first SIGINT, SIGTERM or SIGHUP; a second one ends the process at once. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  let since_ms = Number.NaN;
  const signalled = (): void => {
    if (performance.now() - since_ms > ONE_SIGNAL_MS) process.exit(INTERRUPTED);
    if (stop.signal.aborted) return;
    since_ms = performance.now();
    stop.abort(new Stopped());
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, signalled);
  return stop.signal;
}
