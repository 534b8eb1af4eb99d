/**
 * A kind of value: how it is written, and what it becomes. The same kinds serve configuration keys, command-line flags and
 * pipeline steps.
 */
export interface Kind<T, W = T> {
  /** What is expected, for error messages: "a duration such as 30s". */
  readonly expected: string;
  /** Placeholder in help texts: "DURATION"; undefined for a switch, which takes no value. */
  readonly placeholder: string | undefined;
  /** JSON Schema of what may be written in YAML. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** The only words that may be written, where there are few; else those that are meant most often. */
  readonly choices?: readonly string[];
  /** It takes a list, too: several operands of a command. */
  readonly takesList?: true;
  /**
   * From a value of a command line (text) or of YAML (text, number, boolean, list). Text kinds get the scalar's source
   * text. Returns undefined when the value is not of this kind.
   */
  parse(value: unknown): T | undefined;
  /** An item of a list, written as a text of its own that means just this item. The item itself unless texts are split. */
  asText?(item: string): string;
  /** Never there: carries the type of what may be written in code, such as "30s" for a duration. */
  readonly written?: W;
}

/** Milliseconds, written `500ms`, `30s`, `15m`, `2h`, `1d`. A bare `0` is zero. */
export const duration: Kind<number, string> = {
  expected: "a duration such as 500ms, 30s, 15m, 2h or 1d",
  placeholder: "DURATION",
  // The bounds are for numbers: the only one without a unit is 0.
  schema: { type: ["string", "integer"], pattern: "^(0|[0-9]+(\\.[0-9]+)?(ms|s|m|h|d))$", minimum: 0, maximum: 0 },
  parse(value) {
    const text = scalarText(value);
    if (text === "0") return 0;
    const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text ?? "");
    const ms = Math.round(Number(match?.[1]) * (UNIT_ms[match?.[2] ?? ""] ?? Number.NaN));
    return Number.isSafeInteger(ms) ? ms : undefined;
  },
};

const UNIT_ms: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A duration within bounds, which are given as they are written, such as `1ms` and `1d`. */
export function durationWithin(least: string, most: string): Kind<number, string> {
  const [least_ms = 0, most_ms = 0] = [duration.parse(least), duration.parse(most)];
  return {
    ...duration,
    expected: `a duration from ${least} to ${most}, such as 30s`,
    parse(value) {
      const ms = duration.parse(value);
      return ms !== undefined && ms >= least_ms && ms <= most_ms ? ms : undefined;
    },
  };
}

/** A whole number, both bounds included. */
export function integer(least: number, most: number): Kind<number> {
  return {
    expected: `a whole number from ${least} to ${most}`,
    placeholder: "N",
    schema: { type: "integer", minimum: least, maximum: most },
    parse(value) {
      const text = scalarText(value) ?? "";
      const number = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
      return number >= least && number <= most ? number : undefined;
    },
  };
}

/** A kind, or the word that leaves it to us. */
export function orAuto<T, W>(kind: Kind<T, W>): Kind<T | "auto", W | "auto"> {
  return {
    ...kind,
    expected: `${kind.expected}, or auto`,
    placeholder: `${kind.placeholder}|auto`,
    schema: { anyOf: [kind.schema, { const: "auto" }] },
    parse: (value) => (value === "auto" ? "auto" : kind.parse(value)),
  };
}

/** Bytes: a bare number, or with a unit, decimal (kB, MB, GB, TB: powers of 1000) or binary (KiB, MiB, GiB, TiB: of 1024). */
export const size: Kind<number, number | string> = {
  expected: "a size in bytes such as 123, 10MB (10 × 1000²) or 4KiB (4 × 1024)",
  placeholder: "SIZE",
  schema: { type: ["string", "integer"], pattern: "^[0-9]+(\\.[0-9]+)? ?(([kKmMgGtT]i?)?[bB])?$", minimum: 0 },
  parse(value) {
    const match = /^(\d+(?:\.\d+)?) ?(?:([kmgt])(i?)b|b)?$/i.exec(scalarText(value) ?? "");
    if (match === null) return undefined;
    const [, number, prefix, binary] = match;
    const power = prefix === undefined ? 0 : "kmgt".indexOf(prefix.toLowerCase()) + 1;
    const bytes = Math.round(Number(number) * (binary ? 1024 : 1000) ** power);
    return Number.isSafeInteger(bytes) ? bytes : undefined;
  },
};

/** A size that is a limit: of nothing it would be none, and people write 0 where they mean none. */
export const sizeLimit: Kind<number, number | string> = {
  ...size,
  expected: "a size of 1 byte or more, such as 10MB (10 × 1000²) or 4KiB (4 × 1024)",
  schema: { ...size.schema, minimum: 1 },
  parse(value) {
    const bytes = size.parse(value);
    return bytes === 0 ? undefined : bytes;
  },
};

/** Bytes a second, written as a size and `/s`. A bare `0` is zero; less than half a byte is no rate, and no reason to take it for none. */
export const rate: Kind<number, string> = {
  expected: "a rate such as 100B/s, 50kB/s or 1MiB/s, or 0",
  placeholder: "RATE",
  // The bounds are for numbers: the only one without a unit is 0.
  schema: {
    type: ["string", "integer"],
    pattern: "^(0|[0-9]+(\\.[0-9]+)? ?([kKMGT]i?)?[bB]/s)$",
    minimum: 0,
    maximum: 0,
  },
  parse(value) {
    const text = scalarText(value);
    if (text === "0") return 0;
    const bytes = /b\/s$/i.test(text ?? "") ? text?.slice(0, -"/s".length) : undefined;
    const each = bytes === undefined ? undefined : size.parse(bytes);
    return each === 0 && /[1-9]/.test(bytes ?? "") ? undefined : each;
  },
};

/** Text that is not empty. */
export const text: Kind<string> = {
  expected: "a text that is not empty",
  placeholder: "TEXT",
  schema: { type: "string", minLength: 1 },
  parse: (value) => (typeof value === "string" && value !== "" && !value.includes("\0") ? value : undefined),
};

/** Text exactly as it is written, even if it looks like a number: `001`, `012345`, `yes`. May be empty (`""`). */
export const sourceText: Kind<string> = {
  expected: "a text",
  placeholder: "TEXT",
  schema: { type: ["string", "number", "boolean"] },
  parse: (value) => (typeof value === "string" ? value : undefined),
};

/** On or off. */
export const switchKind: Kind<boolean> = {
  expected: "true or false",
  placeholder: undefined,
  schema: { type: "boolean" },
  choices: ["true", "false"],
  parse(value) {
    if (value === true || value === "true") return true;
    return value === false || value === "false" ? false : undefined;
  },
};

/** One of a few words. */
export function choice<const W extends string>(...words: readonly W[]): Kind<W> {
  return {
    expected: alternatives(words),
    placeholder: words.join("|"),
    schema: { enum: words },
    choices: words,
    parse: (value) => words.find((word) => word === value),
  };
}

/**
 * File name patterns: one text with commas between them, or a list of texts, which are taken as they are. A comma inside `{a,b}` or
 * after a backslash belongs to its pattern.
 */
export const globs: Kind<readonly string[], string | readonly string[]> = {
  expected: "a pattern such as *.csv, several with commas between them, or a list of them",
  placeholder: "GLOB[,GLOB...]",
  takesList: true,
  schema: oneOrManySchema({ type: "string", minLength: 1 }),
  parse(value) {
    const patterns = Array.isArray(value) ? parseAll(text, value) : splitGlobs(scalarText(value) ?? "");
    return patterns === undefined || patterns.length === 0 ? undefined : patterns;
  },
  // Blanks at its ends would be cut off.
  asText: (pattern) =>
    cutAtCommas(pattern)
      .join("\\,")
      .replace(/^\s|\\?\s$/g, (end) => `[${end.at(-1)}]`),
};

/** A path here: what a relative one is relative to is for the key to say. */
export const path: Kind<string> = { ...text, expected: "a path", placeholder: "PATH" };

/** A path on a server. Line ends can't be sent in FTP's commands. */
export const serverPath: Kind<string> = {
  ...path,
  expected: "a path on the server, such as /out",
  parse: (value) => (typeof value === "string" && /^[^\0\r\n]+$/.test(value) ? value : undefined),
};

/** A host name or address: no URL, and no port. */
export const host: Kind<string> = {
  expected: "a host name or address, such as ftp.example.org or 10.1.0.1",
  placeholder: "HOST",
  schema: { type: "string", minLength: 1 },
  parse(value) {
    const name = /^\[(.*)\]$/.exec(scalarText(value) ?? "")?.[1] ?? scalarText(value) ?? "";
    const isName = /^[^\s/@:[\]\0-\x1f\x7f]+$/.test(name);
    return isName || /^[\da-f]*:[\da-f]*:[\da-f:.]*(%\w+)?$/i.test(name) ? name : undefined;
  },
};

/** One value or a list of them. */
export function oneOrMany<T, W>(kind: Kind<T, W>): Kind<readonly T[], W | readonly W[]> {
  return {
    ...kind,
    expected: `${kind.expected}, or a list of them`,
    takesList: true,
    schema: oneOrManySchema(kind.schema),
    parse(value) {
      const all = parseAll(kind, Array.isArray(value) ? value : [value]);
      return all === undefined || all.length === 0 ? undefined : all;
    },
  };
}

/** To ask for one takes 50 µs, and a thousand servers name the same. */
const knownZones = new Set<string>();

/** A time zone by its IANA name. */
export const timezone: Kind<string> = {
  expected: "a time zone such as UTC or Europe/Berlin",
  placeholder: "ZONE",
  schema: { type: "string", pattern: "^[A-Za-z]" },
  parse(value) {
    // Offsets such as +02:00 are known to some versions of Node.js only.
    if (typeof value !== "string" || !/^[A-Za-z]/.test(value)) return undefined;
    if (knownZones.has(value)) return value;
    try {
      new Intl.DateTimeFormat("en", { timeZone: value });
      knownZones.add(value);
      return value;
    } catch {
      return undefined;
    }
  },
};

/** "none, explicit or implicit" */
function alternatives(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** A text or a number as text. */
function scalarText(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value : undefined;
}

function parseAll<T, W>(kind: Kind<T, W>, values: readonly unknown[]): readonly T[] | undefined {
  const parsed = values.map((value) => kind.parse(value)).filter((value) => value !== undefined);
  return parsed.length === values.length ? parsed : undefined;
}

function oneOrManySchema(item: Kind<unknown>["schema"]): Kind<unknown>["schema"] {
  return { anyOf: [item, { type: "array", items: item, minItems: 1 }] };
}

function splitGlobs(list: string): readonly string[] {
  return cutAtCommas(list)
    .map((pattern) => pattern.trim())
    .filter((pattern) => pattern !== "");
}

/** Cuts at the commas that stand outside of braces. A brace that never closes is an ordinary character. */
function cutAtCommas(list: string): readonly string[] {
  const patterns = [""];
  const closing = closingBraces(list);
  let closes = -1;
  for (const [sign, at] of signs(list)) {
    if (sign === "{" && at > closes) closes = closing.get(at) ?? -1;
    if (sign === "," && at > closes) patterns.push("");
    else patterns[patterns.length - 1] += sign;
  }
  return patterns;
}

/** Where each brace that opens closes, for those that do. */
function closingBraces(list: string): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (const [sign, at] of signs(list)) {
    if (sign === "{") open.push(at);
    const opened = sign === "}" ? open.pop() : undefined;
    if (opened !== undefined) closing.set(opened, at);
  }
  return closing;
}

/** The characters of a pattern with their places; one after a backslash comes together with it. */
function signs(pattern: string): (readonly [sign: string, at: number])[] {
  return [...pattern.matchAll(/\\?[\s\S]/g)].map((match) => [match[0], match.index] as const);
}
