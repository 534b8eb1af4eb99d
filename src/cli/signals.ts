/**
 * The first signal lets everything wind down, the second ends at once. SIGHUP comes when the terminal or the line to it is lost: from
 * the kernel and from the shell, so it never is the second one.
 */
export interface Signals {
  readonly signal: AbortSignal;
  /** The first signal's code, else 0. */
  code(): number;
}

/** What a shell says of a process that the signal has ended. */
const CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

type SignalName = keyof typeof CODES;

/** `timeout` signals its process and then the group: twice within 2 ms, on a busy machine too, is once. No hand is so fast as this. */
const ONE_MOMENT_MS = 100;

/** What tells of signals: a part of Node's `process`. */
export interface SignalSource {
  on(name: SignalName, listener: () => void): unknown;
  exit(code: number): void;
}

/** `now`: milliseconds from anywhere. */
export function listenForSignals(source: SignalSource, now: () => number = () => performance.now()): Signals {
  const controller = new AbortController();
  let code = 0;
  let since_ms = 0;
  const first = (name: SignalName) => {
    code = CODES[name];
    controller.abort(new Error(name));
    since_ms = now();
  };
  const another = (name: SignalName) => {
    if (name !== "SIGHUP" && now() - since_ms >= ONE_MOMENT_MS) source.exit(code);
  };
  for (const name of ["SIGHUP", "SIGINT", "SIGTERM"] as const) {
    source.on(name, () => (code === 0 ? first(name) : another(name)));
  }
  return { signal: controller.signal, code: () => code };
}
