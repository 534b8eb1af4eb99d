/**
 * A kind of value: how it is written, and what it becomes. The same kinds serve configuration keys, command-line flags and
 * pipeline steps.
 */
export interface Kind<T> {
  /** What is expected, for error messages: "a duration such as 30s". */
  readonly expected: string;
  /** Placeholder in help texts: "DURATION"; undefined for a switch, which takes no value. */
  readonly placeholder: string | undefined;
  /** JSON Schema of what may be written in YAML. */
  readonly schema: Readonly<Record<string, unknown>>;
  /**
   * From a value of a command line (text) or of YAML (text, number, boolean, list). Text kinds get the scalar's source
   * text. Returns undefined when the value is not of this kind.
   */
  parse(value: unknown): T | undefined;
}

/** Milliseconds, written `500ms`, `30s`, `15m`, `2h`, `1d`. A bare `0` is zero. */
export const duration: Kind<number> = {
  expected: "a duration such as 500ms, 30s, 15m, 2h or 1d",
  placeholder: "DURATION",
  schema: { type: "string", pattern: "^[0-9]+(\\.[0-9]+)?(ms|s|m|h|d)$" },
  parse(value) {
    const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(String(value));
    if (match === null) return String(value) === "0" ? 0 : undefined;
    return Number(match[1]) * (UNIT_MS[match[2] as keyof typeof UNIT_MS] ?? Number.NaN);
  },
};

const UNIT_MS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
