/** A variable of a text that the environment does not have. */
export class MissingVariable extends Error {
  override readonly name = "MissingVariable";

  constructor(variable: string) {
    super(`the environment variable \`${variable}\` is not set; set it, or write \${${variable}:-default}`);
  }
}

/** `$${` escapes; else `${NAME}` or `${NAME:-default}`; else a `${` that is neither. */
const REFERENCE = /\$\$\{|\$\{([A-Za-z_]\w*)(?::-([^}]*))?\}|\$\{/g;

export type Environment = Readonly<Record<string, string | undefined>>;

/** Whether the text is something else after `expand`. */
export function hasVariables(text: string): boolean {
  return text.includes("${");
}

/** What is wrong with a text's variables, however the environment may be; undefined if nothing. */
export function malformedVariable(text: string): string | undefined {
  for (const [whole] of text.matchAll(REFERENCE)) {
    // The first one ends it: each that never closes is looked for to the text's end.
    if (whole === "${") return MALFORMED;
  }
  return undefined;
}

const MALFORMED = `expected \${NAME} or \${NAME:-default}; write $\${ for a \${ that is meant as it is`;

/**
 * Replaces the variables, as a shell does: the default stands for one that is not set or empty. Of a text in which none is malformed.
 * Throws a `MissingVariable`.
 */
export function expand(text: string, env: Environment): string {
  return text.replace(REFERENCE, (_whole, name: string | undefined, otherwise: string | undefined) => {
    if (name === undefined) return "${";
    const value = Object.hasOwn(env, name) ? env[name] : undefined;
    if (otherwise !== undefined) return value === undefined || value === "" ? otherwise : value;
    if (value === undefined) throw new MissingVariable(name);
    return value;
  });
}
