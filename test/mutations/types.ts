import type { Mutation } from "./mutation.ts";
import type { TreeCopy } from "./treeCopy.ts";

/**
 * What the compiler has against mutations: a program that it does not take proves nothing when it fails. Those of different files are looked at
 * together, for there are hundreds. Those that do not apply are left out.
 */
export async function typeFaults(
  mutations: readonly Mutation[],
  tree: TreeCopy,
  signal: AbortSignal,
): Promise<ReadonlyMap<Mutation, string>> {
  const faults = new Map<Mutation, string>();
  for (const round of rounds(mutations)) {
    tree.break(...round);
    const { code, said } = await tree.types(signal);
    signal.throwIfAborted();
    if (code === 0) continue;
    const lines = said.split("\n");
    const guilty = round.filter(({ file }) => lines.some((line) => line.startsWith(`${file}(`)));
    // What one changes may be no good to other files: then nobody can tell which it was.
    for (const mutation of guilty.length > 0 ? guilty : round) {
      faults.set(mutation, lines.find((line) => line.startsWith(`${mutation.file}(`)) ?? said.trim());
    }
  }
  tree.mend();
  return faults;
}

/** Each with one mutation a file at most. */
function rounds(mutations: readonly Mutation[]): readonly (readonly Mutation[])[] {
  const before = new Map<string, number>();
  const found = new Map<number, Mutation[]>();
  for (const mutation of mutations) {
    const round = before.get(mutation.file) ?? 0;
    before.set(mutation.file, round + 1);
    found.set(round, [...(found.get(round) ?? []), mutation]);
  }
  return [...found.values()];
}
