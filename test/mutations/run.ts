import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { runProgram, WrongUsage, wholeNumber } from "../program.ts";
import { type Mutation, placeIn } from "./mutation.ts";
import { mutations } from "./mutations.ts";
import { table } from "./table.ts";
import type { TreeCopy } from "./treeCopy.ts";
import { Trees } from "./trees.ts";
import { typeFaults } from "./types.ts";
import { Jury, type Verdict } from "./verdict.ts";

const ROOT = new URL("../../", import.meta.url);

const USAGE = `npm run test:mutations -- [OPTION…]: breaks copies of the code on purpose, and says which test noticed.

  --only NAME   those with this in their name or file
  --jobs N      copies at a time`;

/** Breaks copies of the tree, one mutation at a time in each, and prints who noticed. Returns the exit code. */
async function main(): Promise<number> {
  const { only, jobs } = parseArgs({ options: { only: { type: "string" }, jobs: { type: "string" } } }).values;
  const chosen = mutations.filter(({ name, file }) => only === undefined || `${file} ${name}`.includes(only));
  const copies = wholeNumber("jobs", jobs ?? "1", 1);
  if (chosen.length === 0) throw new WrongUsage(`--only ${only}: no mutation has this in its name or file`);
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => stop.abort(name));
  using trees = new Trees(Math.min(copies, chosen.length));
  try {
    return tell(await verdictsOn(chosen, trees, stop.signal));
  } catch (error) {
    if (stop.signal.aborted) return said(`stopped by ${stop.signal.reason}`, 130);
    throw error;
  }
}

function tell(verdicts: readonly Verdict[]): number {
  process.stdout.write(`${table(verdicts, ROOT)}\n`);
  const bad = verdicts.filter(({ how }) => how === "not noticed" || how === "does not apply").length;
  return said(`${verdicts.length} mutations, ${bad} not noticed or not applied`, bad === 0 ? 0 : 1);
}

/** First come those that do not apply. */
async function verdictsOn(chosen: readonly Mutation[], trees: Trees, signal: AbortSignal): Promise<Verdict[]> {
  const [sound, unfit] = await sorted(chosen, trees.first, signal);
  const jury = new Jury(signal);
  const judged = await trees.each(sound, (mutation, tree) => timed(mutation, () => jury.verdictOn(mutation, tree)));
  return [...unfit, ...judged];
}

/** Those that make another program, and verdicts on those that don't. */
async function sorted(
  chosen: readonly Mutation[],
  tree: TreeCopy,
  signal: AbortSignal,
): Promise<readonly [sound: readonly Mutation[], unfit: readonly Verdict[]]> {
  const lost = chosen.flatMap((mutation) => {
    const why = whyNot(mutation);
    return why === undefined ? [] : [[mutation, why] as const];
  });
  const gone = new Set(lost.map(([mutation]) => mutation));
  const applied = chosen.filter((mutation) => !gone.has(mutation));
  const untyped = await typeFaults(applied, tree, signal);
  const unfit = [...lost, ...untyped].map(([mutation, title]): Verdict => {
    return { mutation, how: "does not apply", by: { title, file: mutation.file } };
  });
  return [applied.filter((mutation) => !untyped.has(mutation)), unfit];
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

await runProgram(USAGE, main);
