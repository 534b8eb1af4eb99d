/** SIGINT and SIGTERM: the first lets everything wind down, the second ends at once. */
export interface Signals {
  readonly signal: AbortSignal;
  /** 130 or 143 once a signal came, else 0. */
  code(): number;
}

const CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** What tells of signals: a part of Node's `process`. */
export interface SignalSource {
  on(name: "SIGINT" | "SIGTERM", listener: () => void): unknown;
  exit(code: number): void;
}

export function listenForSignals(source: SignalSource): Signals {
  const controller = new AbortController();
  let code = 0;
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    source.on(name, () => {
      if (code !== 0) return source.exit(code);
      code = CODES[name];
      controller.abort(new Error(name));
    });
  }
  return { signal: controller.signal, code: () => code };
}
