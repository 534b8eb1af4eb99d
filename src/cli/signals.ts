/** SIGINT and SIGTERM: the first lets everything wind down, the second ends at once. */
export interface Signals {
  readonly signal: AbortSignal;
  /** 130 or 143 once a signal came, else 0. */
  code(): number;
}

const CODES = { SIGINT: 130, SIGTERM: 143 } as const;

export function listenForSignals(): Signals {
  const controller = new AbortController();
  let code = 0;
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.on(name, () => {
      if (code !== 0) process.exit(code);
      code = CODES[name];
      controller.abort(new Error(name));
    });
  }
  return { signal: controller.signal, code: () => code };
}
