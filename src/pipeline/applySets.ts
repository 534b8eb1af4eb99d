import { shortened } from "../config/given.ts";
import { didYouMean } from "../config/nearest.ts";
import { unknownOption } from "../config/optionValues.ts";
import type { Problems } from "../config/problems.ts";
import { ticked } from "../config/ticked.ts";
import { optionKeys, optionOf } from "./readSteps.ts";
import type { StepDraft } from "./stepDraft.ts";

/** `STEP=VALUE`, `STEP.OPTION=VALUE`, either with `STEP[2]` for the second of its name. */
const SET = /^(?<step>[^[\].=]+)(?:\[(?<nth>\d+)\])?(?:\.(?<option>[^=]+))?=(?<value>[\s\S]*)$/;

/**
 * Puts the values of `--set` in the place of the file's own. They are taken as they are: variables are for the shell to replace there.
 * Several for one option: the last one holds.
 */
export function applySets(
  sets: readonly string[],
  drafts: readonly (StepDraft | undefined)[],
  problems: Problems,
): void {
  // What is meant by a step that nobody understands is not to be guessed.
  const steps = drafts.filter((draft) => draft !== undefined);
  if (steps.length < drafts.length || steps.length === 0) return;
  for (const argument of sets) {
    const shown = `--set ${shortened(argument)}`;
    const problem = apply(argument, shown, steps);
    if (problem !== undefined) problems.addOf(shown, problem);
  }
}

/** Returns what is wrong with it. */
function apply(argument: string, shown: string, steps: readonly StepDraft[]): string | undefined {
  const { step: name, nth, option, value } = SET.exec(argument)?.groups ?? {};
  if (name === undefined || value === undefined)
    return "expected STEP=VALUE such as servers=mine.yaml, or STEP.OPTION=VALUE such as fetch.jobs=3";
  const found = findStep(name, nth, steps);
  if ("problem" in found) return found.problem;
  const { stage, given } = found.step;
  const key = option === undefined ? stage.main : optionOf(stage, option.replaceAll("-", "_"));
  if (key !== undefined) given.set(key, { shown: option ?? name, value, from: shown });
  else if (option !== undefined) return unknownOption(option, optionKeys(stage));
  else return `\`${name}\` has several options and none that stands for all; say which: ${name}.OPTION=VALUE`;
  return undefined;
}

function findStep(
  name: string,
  nth: string | undefined,
  steps: readonly StepDraft[],
): { readonly step: StepDraft } | { readonly problem: string } {
  const found = steps.filter(({ stage }) => stage.name === name);
  const [only, ...others] = found;
  if (only === undefined) return { problem: absent(name, steps) };
  const step = nth === undefined && others.length === 0 ? only : found[Number(nth) - 1];
  if (step !== undefined) return { step };
  const all = ticked(
    found.map((_, index) => `${name}[${index + 1}]`),
    "or",
  );
  const times = others.length === 0 ? "only one step" : `${found.length} steps`;
  return { problem: `${times} of the pipeline ${others.length === 0 ? "is" : "are"} \`${name}\`; write ${all}` };
}

function absent(name: string, steps: readonly StepDraft[]): string {
  const names = [...new Set(steps.map(({ stage }) => stage.name))];
  const hint = didYouMean(name, names);
  return `the pipeline has no step \`${shortened(name)}\`${hint === "" ? `; it has ${ticked(names)}` : hint}`;
}
