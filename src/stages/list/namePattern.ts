/**
 * A pattern of plain characters, `*`, `?`, `**` as a whole part, and braces with such words; undefined for any other pattern. Regular
 * expressions, which picomatch makes of patterns, try all ways to share a name among several `*`: a server could stop us for hours with
 * one name. Here the first place where a piece fits is the right one, since a `*` takes the rest.
 */
export function namePattern(pattern: string): ((name: string) => boolean) | undefined {
  const patterns = pattern.split(",").length > MOST_WORDS ? [pattern] : withoutBraces(pattern);
  // Two `*` that come together only now are one.
  if (patterns.some((one) => count(one, "**") > count(pattern, "**"))) return undefined;
  const paths = patterns.map(pathPattern);
  const known = paths.filter((path) => path !== undefined);
  return known.length < paths.length ? undefined : (name) => known.some((matches) => matches(name));
}

/** Each brace makes several patterns of one. */
const MOST_WORDS = 10;
/** The innermost with commas in them; two dots make a range. */
const BRACES = /\{((?![^{}]*(?:\.\.|\*\*))[^{}]*,[^{}]*)\}/;

/** All that a pattern with braces stands for. */
function withoutBraces(pattern: string): readonly string[] {
  const [, words] = BRACES.exec(pattern) ?? [];
  if (words === undefined) return [pattern];
  return words.split(",").flatMap((word) => withoutBraces(pattern.replace(BRACES, () => word)));
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** What one part of a name must be; null: any number of parts. */
type Part = ((name: string) => boolean) | null;

function pathPattern(pattern: string): ((name: string) => boolean) | undefined {
  const parts = pattern.split("/").map((part) => (part === "**" ? null : starPattern(part)));
  const known = parts.filter((part): part is Part => part !== undefined);
  if (known.length < parts.length) return undefined;
  // At the end it stands for what is below, one part or more.
  if (known.at(-1) === null) known.push(() => true);
  return (name) => isPath(known, name.split("/"));
}

function isPath(parts: readonly Part[], names: readonly string[]): boolean {
  let part = 0;
  // Behind the last `**`, and how far it reaches.
  let behind = -1;
  let reach = 0;
  for (let at = 0; at < names.length; ) {
    const matches = parts[part];
    if (matches === null) {
      behind = ++part;
      reach = at;
    } else if (matches?.(names[at] ?? "")) {
      part++;
      at++;
    } else if (behind === -1) return false;
    else {
      part = behind;
      at = ++reach;
    }
  }
  return parts.slice(part).every((rest) => rest === null);
}

/** Letters, digits and what is no sign of patterns but `*` and `?`; no two `*` in a row, and no part that means a folder itself. */
const PLAIN = /^(?!.*\*\*|\.\.?$)[\p{L}\p{N}_.\- *?]+$/u;

function starPattern(pattern: string): ((name: string) => boolean) | undefined {
  if (!PLAIN.test(pattern)) return undefined;
  const [first = "", ...inner] = pattern.split("*");
  const last = inner.pop();
  if (last === undefined) return (name) => name.length === first.length && fits(first, name, 0);
  return (name) => {
    const end = name.length - last.length;
    if (end < first.length || !fits(first, name, 0) || !fits(last, name, end)) return false;
    let at = first.length;
    for (const piece of inner) {
      const found = find(piece, name, at);
      if (found === -1) return false;
      at = found + piece.length;
    }
    return at <= end;
  };
}

/** Where a piece fits first, from a place on; -1 if nowhere. */
function find(piece: string, name: string, from: number): number {
  if (!piece.includes("?")) return name.indexOf(piece, from);
  for (let at = from; at + piece.length <= name.length; at++) if (fits(piece, name, at)) return at;
  return -1;
}

/** Whether a piece without `*` stands at a place of a name that is long enough. */
function fits(piece: string, name: string, at: number): boolean {
  if (!piece.includes("?")) return name.startsWith(piece, at);
  for (let place = 0; place < piece.length; place++) {
    if (piece[place] !== "?" && piece[place] !== name[at + place]) return false;
  }
  return true;
}
