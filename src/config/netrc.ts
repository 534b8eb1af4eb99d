/** What a netrc file says of a host. */
export interface NetrcEntry {
  /** In lower case; undefined for `default`. */
  readonly machine: string | undefined;
  readonly login: string | undefined;
  readonly password: string | undefined;
}

/**
 * Finds a host's entry in a netrc file (as of ftp(1) and curl): the first for this machine, else `default`; with a user, the first
 * that is for that user or for any. Undefined if there is none.
 */
export function findInNetrc(
  entries: readonly NetrcEntry[],
  host: string,
  user: string | undefined,
): NetrcEntry | undefined {
  const wanted = host.toLowerCase();
  return entries.find(({ machine, login }) => {
    const isHost = machine === undefined || machine === wanted;
    return isHost && (user === undefined || login === undefined || login === user);
  });
}

/** A comment to the end of its line, a macro to the next blank line, a quoted text, a word. A value may begin with #. */
const WORD = /"((?:\\[\s\S]|[^"\\])*)"|(\S+)/y;
const COMMENT = /#[^\n]*/y;
const MACRO = /macdef\b[\s\S]*?(?:\n[ \t]*\r?\n|$)/y;
const SPACE = /\s*/y;

/** The entries in the text of a netrc file, in its order. */
export function netrcEntries(netrc: string): readonly NetrcEntry[] {
  const entries: { -readonly [K in keyof NetrcEntry]: NetrcEntry[K] }[] = [];
  const words = new Words(netrc);
  for (let keyword = words.keyword(); keyword !== undefined; keyword = words.keyword()) {
    const entry = entries.at(-1);
    if (keyword === "machine")
      entries.push({ machine: words.value()?.toLowerCase() ?? "", login: undefined, password: undefined });
    else if (keyword === "default") entries.push({ machine: undefined, login: undefined, password: undefined });
    else if (keyword === "login" && entry !== undefined) entry.login = words.value();
    else if (keyword === "password" && entry !== undefined) entry.password = words.value();
    else if (keyword === "account") words.value();
  }
  return entries;
}

/** The words of a netrc file, one after the other. */
class Words {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  keyword(): string | undefined {
    do this.#take(SPACE);
    while (this.#take(COMMENT) !== undefined || this.#take(MACRO) !== undefined);
    return this.value();
  }

  value(): string | undefined {
    this.#take(SPACE);
    const match = this.#take(WORD);
    return match?.[1]?.replace(/\\([\s\S])/g, "$1") ?? match?.[2];
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match === null) return undefined;
    this.#at = pattern.lastIndex;
    return match;
  }
}
