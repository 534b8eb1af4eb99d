/** Letters, digits and what is no sign of patterns but `*` and `?`, and no two `*` in a row. */
const PLAIN = /^(?!.*\*\*)[\p{L}\p{N}_.\- *?]+$/u;

/**
 * A pattern of plain characters, `*` and `?` for one part of a name; undefined for any other pattern. Regular expressions, which
 * picomatch makes of patterns, try all ways to share a name among several `*`: a server could stop us for hours with one name. Here the
 * first place where a piece fits is the right one, since a `*` takes the rest.
 */
export function starPattern(pattern: string): ((name: string) => boolean) | undefined {
  if (!PLAIN.test(pattern)) return undefined;
  const [first = "", ...inner] = pattern.split("*");
  const last = inner.pop();
  if (last === undefined) return (name) => name.length === first.length && fits(first, name, 0);
  return (name) => {
    const end = name.length - last.length;
    if (name.includes("/") || (first === "" && /^\.\.?$/.test(name))) return false;
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
    const sign = name[at + place];
    if (piece[place] === "?" ? sign === "/" : piece[place] !== sign) return false;
  }
  return true;
}
