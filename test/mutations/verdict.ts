import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Mutation } from "./mutation.ts";
import { type FailedTest, failedIn, lastLine } from "./suite.ts";
import type { TreeCopy } from "./treeCopy.ts";

/** What came of one mutation. */
export interface Verdict {
  readonly mutation: Mutation;
  /** `noticed`: by the tests that are named for it; else by others only. */
  readonly how: "noticed" | "noticed by others" | "not noticed" | "does not apply";
  /** The first test that failed; why it does not apply. */
  readonly by?: FailedTest;
}

/** Says of mutations who notices them. */
export class Jury {
  readonly #signal: AbortSignal;
  /** Whether a file's tests pass while nothing is broken. */
  readonly #green = new Map<string, boolean>();

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Breaks a copy of the tree, and asks the tests named for it, then those of its room, then those of whole pipes. */
  async verdictOn(mutation: Mutation, tree: TreeCopy): Promise<Verdict> {
    const by = (await this.#firstOf(mutation.tests, mutation, tree)) ?? (await this.#commanded(mutation, tree));
    if (by !== undefined) return { mutation, how: "noticed", by };
    const other = await this.#firstOf([roomOf(mutation, tree), "test/pipes"], mutation, tree);
    return other === undefined ? { mutation, how: "not noticed" } : { mutation, how: "noticed by others", by: other };
  }

  /** One after the other: the first ones are cheap. */
  async #firstOf(tests: readonly string[], mutation: Mutation, tree: TreeCopy): Promise<FailedTest | undefined> {
    for (const test of tests) {
      tree.break(mutation);
      const [first] = await failedIn(tree, [test], this.#signal);
      if (first !== undefined && (await this.#isGreen(first.file, tree))) return first;
    }
    return undefined;
  }

  /** A test that fails with nothing broken notices nothing. */
  async #isGreen(file: string, tree: TreeCopy): Promise<boolean> {
    const known = this.#green.get(file);
    if (known !== undefined) return known;
    tree.mend();
    const [failed] = await failedIn(tree, [file], this.#signal);
    this.#green.set(file, failed === undefined);
    if (failed !== undefined) process.stderr.write(`fails with nothing broken: ${failed.title} (${file})\n`);
    return failed === undefined;
  }

  async #commanded(mutation: Mutation, tree: TreeCopy): Promise<FailedTest | undefined> {
    const { command } = mutation;
    if (command === undefined) return undefined;
    tree.break(mutation);
    await tree.build(this.#signal);
    const { code, said } = await tree.run(command, this.#signal);
    this.#signal.throwIfAborted();
    return code === 0 ? undefined : { title: lastLine(said), file: command.join(" ") };
  }
}

/** `test/sink` for `src/sink/lock.ts`. */
function roomOf({ file }: Mutation, { folder }: TreeCopy): string {
  const room = file.replace(/^src\/([^/]+).*$/, "test/$1");
  return existsSync(join(folder, room)) ? room : "test";
}
