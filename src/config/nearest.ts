/**
 * The known word that a person probably meant, or undefined when none is near: a few letters wrong, missing, doubled or
 * swapped, in another case, `-` for `_`, or a longer or shorter form (`username` for `user`).
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const wanted = plain(word);
  let [best, least]: [string | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
  for (const candidate of known) {
    const distance = distanceTo(wanted, plain(candidate));
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** "; did you mean `password`?", or nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const meant = nearest(word, known);
  return meant === undefined ? "" : `; did you mean \`${meant}\`?`;
}

/** Longer words are not compared: the time grows with the square of their length. */
const LONGEST = 64;

/** Shorter ones begin too many words. */
const SHORTEST_PREFIX = 3;

function plain(word: string): string {
  return word.toLowerCase().replaceAll("-", "_");
}

/** Infinite when it is too far for a slip. */
function distanceTo(word: string, known: string): number {
  const [shorter, longer] = word.length < known.length ? [word, known] : [known, word];
  if (longer.length > LONGEST) return Number.POSITIVE_INFINITY;
  const bearable = Math.max(1, Math.floor(longer.length / 3));
  const isForm = shorter.length >= SHORTEST_PREFIX && longer.startsWith(shorter);
  if (longer.length - shorter.length > bearable) return isForm ? longer.length : Number.POSITIVE_INFINITY;
  const distance = editDistance(word, known);
  if (distance <= bearable && distance < shorter.length) return distance;
  return isForm ? longer.length : Number.POSITIVE_INFINITY;
}

/** Insertions, deletions, replacements and swaps of neighbours between two words (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? at(before, j - 2) + 1
          : Number.POSITIVE_INFINITY;
      row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, replaced, swapped));
    }
    [before, last] = [last, row];
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
