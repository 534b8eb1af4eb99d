import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Mutation, placeIn } from "./mutation.ts";
import { mutations } from "./mutations.ts";
import { table } from "./table.ts";
import { TreeCopy } from "./treeCopy.ts";
import { typeFaults } from "./types.ts";
import { Jury, type Verdict } from "./verdict.ts";

const ROOT = new URL("../../", import.meta.url);

const USAGE = "npm run test:mutations [-- --only NAME] [--jobs N]   NAME: a part of a mutation's name or file";

/** Breaks copies of the tree, one mutation at a time in each, and prints who noticed. Returns the exit code. */
async function main(): Promise<number> {
  const { only, jobs } = parseArgs({ options: { only: { type: "string" }, jobs: { type: "string" } } }).values;
  const chosen = mutations.filter(({ name, file }) => only === undefined || `${file} ${name}`.includes(only));
  const copies = Number(jobs ?? 1);
  if (chosen.length === 0 || !Number.isInteger(copies) || copies < 1) return said(USAGE, 2);
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stop.abort(new Error(name)));
  using trees = new Trees(Math.min(copies, chosen.length));
  const [sound, unfit] = await sorted(chosen, trees.first, stop.signal);
  const jury = new Jury(stop.signal);
  const judged = await trees.each(sound, (mutation, tree) => timed(mutation, () => jury.verdictOn(mutation, tree)));
  const verdicts = [...unfit, ...judged];
  process.stdout.write(`${table(verdicts, ROOT)}\n`);
  const bad = verdicts.filter(({ how }) => how === "not noticed" || how === "does not apply").length;
  return said(`${verdicts.length} mutations, ${bad} not noticed or not applied`, bad === 0 ? 0 : 1);
}

/** Copies of the tree, each with one piece of work at a time. */
class Trees implements Disposable {
  readonly first = new TreeCopy();
  readonly #copies: readonly TreeCopy[];

  constructor(count: number) {
    this.#copies = [this.first, ...Array.from({ length: count - 1 }, () => new TreeCopy())];
  }

  /** Does a piece of work for each item; results are in the items' order. */
  async each<T, R>(items: readonly T[], work: (item: T, tree: TreeCopy) => Promise<R>): Promise<R[]> {
    const left = [...items.entries()];
    const results: (readonly [place: number, result: R])[] = [];
    const workOn = async (tree: TreeCopy) => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        results.push([next[0], await work(next[1], tree)]);
      }
    };
    await Promise.all(this.#copies.map(workOn));
    return results.toSorted(([a], [b]) => a - b).map(([, result]) => result);
  }

  [Symbol.dispose](): void {
    for (const tree of this.#copies) tree[Symbol.dispose]();
  }
}

/** Those that make another program, and verdicts on those that don't. */
async function sorted(
  chosen: readonly Mutation[],
  tree: TreeCopy,
  signal: AbortSignal,
): Promise<readonly [sound: readonly Mutation[], unfit: readonly Verdict[]]> {
  const unfit = new Map<Mutation, string>();
  for (const mutation of chosen) {
    const why = whyNot(mutation);
    if (why !== undefined) unfit.set(mutation, why);
  }
  const applied = chosen.filter((mutation) => !unfit.has(mutation));
  for (const [mutation, why] of await typeFaults(applied, tree, signal)) unfit.set(mutation, why);
  const verdicts = [...unfit].map(([mutation, title]): Verdict => {
    return { mutation, how: "does not apply", by: { title, file: mutation.file } };
  });
  return [applied.filter((mutation) => !unfit.has(mutation)), verdicts];
}

/** Why it does not apply to the tree as it is. */
function whyNot(mutation: Mutation): string | undefined {
  try {
    placeIn(readFileSync(new URL(mutation.file, ROOT), "utf8"), mutation);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function timed({ file, name }: Mutation, judge: () => Promise<Verdict>): Promise<Verdict> {
  const began_ms = performance.now();
  const verdict = await judge();
  const seconds = ((performance.now() - began_ms) / 1000).toFixed(1);
  process.stderr.write(`${verdict.how} in ${seconds} s: ${file}: ${name}${by(verdict)}\n`);
  return verdict;
}

function by({ by }: Verdict): string {
  return by === undefined ? "" : `\n    ${by.title} (${by.file})`;
}

function said(message: string, code: number): number {
  process.stderr.write(`${message}\n`);
  return code;
}

process.exitCode = await main();
