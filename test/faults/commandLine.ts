import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { WrongUsage, wholeNumber } from "../program.ts";
import type { Wanted } from "./drawSchedule.ts";
import type { Replayable } from "./runner.ts";
import { FORMS, type Form, type Schedule } from "./schedule.ts";

/** What the command line asks for. */
export interface Asked {
  readonly tasks: Iterator<Replayable, void>;
  readonly jobs: number;
  readonly width: number;
  /** Failures that are shrunk at the most. */
  readonly shrink: number;
  /** What stands behind the seed in a line that replays. */
  readonly flags: string;
}

/** Throws a `WrongUsage`, or an error of `parseArgs`. */
export function commandLine(args: readonly string[]): Asked {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seeds: { type: "string" },
      from: { type: "string" },
      jobs: { type: "string", default: "1" },
      width: { type: "string", default: "12" },
      shrink: { type: "string", default: "3" },
      seed: { type: "string" },
      path: { type: "string" },
      schedule: { type: "string" },
      form: { type: "string" },
      files: { type: "string" },
      "one-passing": { type: "boolean", default: false },
      "in-segments": { type: "boolean", default: false },
    },
  });
  const { form, files, seed, path, schedule, "one-passing": onePassing, "in-segments": inSegments } = values;
  const flags = [
    ...(onePassing ? ["--one-passing"] : []),
    ...(inSegments ? ["--in-segments"] : []),
    ...(form === undefined ? [] : ["--form", form]),
    ...(files === undefined ? [] : ["--files", files]),
  ].join(" ");
  const wanted: Wanted = {
    form: formNamed(form),
    profile: onePassing ? "one passing" : undefined,
    files: files === undefined ? undefined : wholeNumber("files", files),
    inSegments,
  };
  const said = [seed, schedule, values.seeds ?? values.from].filter((one) => one !== undefined);
  if (said.length > 1) throw new WrongUsage("--seed, --schedule, and --seeds with --from: one of them is wanted");
  if (path !== undefined && seed === undefined) throw new WrongUsage("--path belongs to a --seed");
  const one = schedule === undefined ? undefined : handWritten(schedule);
  const tasks = one === undefined ? drawn(seedsOf(values), wanted, { path, flags }) : [one].values();
  return {
    tasks,
    jobs: wholeNumber("jobs", values.jobs, 1),
    width: wholeNumber("width", values.width, 1),
    shrink: wholeNumber("shrink", values.shrink),
    flags,
  };
}

type Given = Readonly<Partial<Record<"seed" | "seeds" | "from", string | undefined>>>;

function seedsOf({ seed, seeds = "1000", from = "1" }: Given): Iterable<number> {
  return seed === undefined
    ? range(wholeNumber("from", from), wholeNumber("seeds", seeds, 1))
    : range(wholeNumber("seed", seed), 1);
}

function formNamed(form: string | undefined): Form | undefined {
  const known = FORMS.find((one) => one === form);
  if (known === undefined && form !== undefined)
    throw new WrongUsage(`--form ${form}: it is one of ${FORMS.join(", ")}`);
  return known;
}

function* range(from: number, count: number): Generator<number, void> {
  for (let seed = from; seed < from + count; seed++) yield seed;
}

function* drawn(
  seeds: Iterable<number>,
  wanted: Wanted,
  { path, flags }: { readonly path: string | undefined; readonly flags: string },
): Generator<Replayable, void> {
  for (const seed of seeds) {
    const which = path === undefined ? `--seed ${seed}` : `--seed ${seed} --path "${path}"`;
    yield { task: { do: "check", seed, wanted, ...(path !== undefined && { path }) }, replay: line(which, flags) };
  }
}

function handWritten(file: string): Replayable {
  const schedule = scheduleIn(file);
  return { task: { do: "run", schedule }, replay: line(`--schedule ${file}`, "") };
}

/** Throws a `WrongUsage` where it is none at all; whoever writes one by hand looks at a printed one. */
function scheduleIn(file: string): Schedule {
  try {
    // As it is printed, with the word in front.
    const schedule: unknown = JSON.parse(readFileSync(file, "utf8").replace(/^\s*schedule: /, ""));
    if (isSchedule(schedule)) return schedule;
  } catch (error) {
    throw new WrongUsage(`--schedule ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  throw new WrongUsage(`--schedule ${file}: a schedule is wanted, as a failure prints it`);
}

function isSchedule(value: unknown): value is Schedule {
  if (typeof value !== "object" || value === null) return false;
  const { profile, form, options, servers, rounds }: { [key in keyof Schedule]?: unknown } = value;
  const isKnown = FORMS.some((one) => one === form) && typeof profile === "string" && typeof options === "object";
  return isKnown && Array.isArray(servers) && Array.isArray(rounds);
}

function line(which: string, flags: string): string {
  return `npm run test:faults -- ${which}${flags === "" ? "" : ` ${flags}`}`;
}
