import type { Option } from "../config/options.ts";
import { missingOption, parseOption } from "../config/optionValues.ts";
import type { Problems } from "../config/problems.ts";
import { snake } from "../config/spelling.ts";
import { type Environment, hasVariables } from "../config/variables.ts";
import type { GivenValue, PipelineStep } from "./pipeline.ts";
import type { GivenOption, StepDraft } from "./stepDraft.ts";
import { expandWritten, textsOf } from "./written.ts";

/** A step with its values, as far as they are right: whoever uses it must look at `problems` before. */
export function pipelineStep(draft: StepDraft, env: Environment, problems: Problems): PipelineStep {
  const { stage, at, module } = draft;
  const values: Record<string, unknown> = {};
  const given = new Map<string, GivenValue>();
  for (const [name, option] of Object.entries(stage.options)) {
    const written = draft.given.get(name);
    values[name] = option.default;
    if (written === undefined) {
      if (option.required === true) problems.add(at, `\`${stage.name}\`: ${missingOption(snake(name), option)}`);
      continue;
    }
    const read = readValue(option, written, env);
    if ("problem" in read) tell(written, read.problem, problems);
    else {
      values[name] = read.value;
      given.set(name, read.given);
    }
  }
  return { stage, at, values, given, ...(module === undefined ? {} : { module }) };
}

function readValue(
  option: Option,
  { shown, value, from }: GivenOption,
  env: Environment,
): { readonly value: unknown; readonly given: GivenValue } | { readonly problem: string } {
  const isOfFile = typeof from !== "string";
  const expanded = isOfFile ? expandWritten(value, env) : { written: value };
  if ("problem" in expanded) return { problem: `\`${shown}\`: ${expanded.problem}` };
  const parsed = parseOption(shown, option, expanded.written);
  if ("value" in parsed) return { value: parsed.value, given: { shown: value, written: expanded.written } };
  if (!isOfFile || !textsOf(value).some(hasVariables)) return parsed;
  // What a variable holds may be a secret.
  return { problem: `\`${shown}\`: expected ${option.kind.expected}; what the variable gives is something else` };
}

function tell({ from }: GivenOption, problem: string, problems: Problems): void {
  if (typeof from === "string") problems.addOf(from, problem);
  else problems.add(from, problem);
}
