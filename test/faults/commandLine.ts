import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
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

/** Throws where an option is not known or has no such value. */
export function commandLine(args: readonly string[]): Asked {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seeds: { type: "string", default: "1000" },
      from: { type: "string", default: "1" },
      jobs: { type: "string", default: "1" },
      width: { type: "string", default: "12" },
      shrink: { type: "string", default: "3" },
      seed: { type: "string" },
      path: { type: "string" },
      schedule: { type: "string" },
      form: { type: "string" },
      files: { type: "string" },
      "one-passing": { type: "boolean", default: false },
    },
  });
  const { form, files, seed, path, schedule, "one-passing": onePassing } = values;
  const flags = [
    ...(onePassing ? ["--one-passing"] : []),
    ...(form === undefined ? [] : ["--form", form]),
    ...(files === undefined ? [] : ["--files", files]),
  ].join(" ");
  const wanted: Wanted = {
    form: formNamed(form),
    profile: onePassing ? "one passing" : undefined,
    files: files === undefined ? undefined : number(files),
  };
  const one = schedule === undefined ? undefined : handWritten(schedule);
  const seeds = seed === undefined ? range(number(values.from), number(values.seeds)) : range(number(seed), 1);
  const tasks = one === undefined ? drawn(seeds, wanted, { path, flags }) : [one].values();
  return { tasks, jobs: number(values.jobs), width: number(values.width), shrink: number(values.shrink), flags };
}

function number(text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`${text}: a whole number is wanted`);
  return Number(text);
}

function formNamed(form: string | undefined): Form | undefined {
  const known = FORMS.find((one) => one === form);
  if (known === undefined && form !== undefined) throw new Error(`--form ${form}: it is one of ${FORMS.join(", ")}`);
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
  // Whoever writes a schedule by hand writes one of that type.
  const schedule = JSON.parse(readFileSync(file, "utf8")) as Schedule;
  return { task: { do: "run", schedule }, replay: line(`--schedule ${file}`, "") };
}

function line(which: string, flags: string): string {
  return `npm run test:faults -- ${which}${flags === "" ? "" : ` ${flags}`}`;
}
