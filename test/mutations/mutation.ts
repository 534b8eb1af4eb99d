/** One way to break the code, and who should notice. */
export interface Mutation {
  /** What is broken, as a sentence; no other mutation has the same. */
  readonly name: string;
  /** What rests on it: a row of README's "What is promised", or the code's own rule. */
  readonly promise: string;
  /** Below the root of the tree. */
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  /** Test files that should notice, the cheapest first. */
  readonly tests: readonly string[];
  /** Run behind them, in the root of a built tree: an exit code other than 0 notices. */
  readonly command?: readonly [program: string, ...args: string[]];
}

/** Mutations of one file by those who look at it; what they share is said once. */
export function inFile(
  file: string,
  tests: readonly string[],
  changes: readonly (Omit<Mutation, "file" | "tests"> & Partial<Pick<Mutation, "tests">>)[],
): readonly Mutation[] {
  return changes.map((change) => ({ file, tests, ...change }));
}

/** Where in a text the mutation changes something. Throws where that is nowhere, or not one place. */
export function placeIn(text: string, { find, name, file }: Mutation): number {
  const place = text.indexOf(find);
  if (find === "" || place === -1) throw new Error(`"${name}" does not apply any more: ${file} has no ${quoted(find)}`);
  if (text.includes(find, place + 1)) throw new Error(`"${name}": ${file} has ${quoted(find)} more than once`);
  return place;
}

/** The text as the mutation makes it. Throws as `placeIn` does. */
export function mutated(text: string, mutation: Mutation): string {
  const place = placeIn(text, mutation);
  return text.slice(0, place) + mutation.replace + text.slice(place + mutation.find.length);
}

function quoted(find: string): string {
  return `\`${find.trim().split("\n", 1)[0] ?? ""}\``;
}
