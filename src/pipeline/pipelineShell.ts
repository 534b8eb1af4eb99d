import type { BackendWish } from "../config/backendOptions.ts";
import type { Option } from "../config/options.ts";
import { kebab } from "../config/spelling.ts";
import { printable } from "../records/printable.ts";
import { reportStage } from "../stages/report.ts";
import { serversStage } from "../stages/servers.ts";
import { teeStage } from "../stages/tee.ts";
import { fromStage } from "./from.ts";
import { isStepOf, type Pipeline, type PipelineStep } from "./pipeline.ts";
import { isList, itemsOf, type Written } from "./written.ts";

/**
 * The pipe of commands that is equal to a pipeline, as a bash script. Variables are replaced in it: what they hold can be read there, and
 * in the list of processes when it runs.
 */
export function pipelineShell({ name, shown, steps, backend }: Pipeline): string {
  return [
    "#!/usr/bin/env bash",
    `# ${printable(name)}: what ${printable(shown)} does, as a pipe of commands`,
    ...backendComment(backend),
    "set -o pipefail",
    pipe(steps),
    "",
  ].join("\n");
}

/** Commands in a pipe are several processes already. */
function backendComment({ backend, threads }: BackendWish): string[] {
  const isDivided = backend === undefined ? threads !== undefined : backend !== "inline";
  return isDivided
    ? [`# its backend (${backend ?? "threads"}) is left out: each command of a pipe works in one thread`]
    : [];
}

function pipe([first, ...others]: readonly PipelineStep[]): string {
  if (first === undefined) throw new Error("a pipeline without steps");
  if (!isStepOf(fromStage, first)) return [first, ...others].map(command).join(" | ");
  const [reader, ...more] = others.map(command);
  return [`${reader ?? "cat"} < ${quoted(first.values.file)}`, ...more].join(" | ");
}

function command(step: PipelineStep): string {
  const words: string[] = [];
  const operands: string[] = [];
  for (const [name, option] of Object.entries(step.stage.options)) {
    const written = step.given.get(name)?.written ?? neededDefault(step, name);
    if (written === undefined) continue;
    if (isOperand(step, name, written)) operands.push(...itemsOf(written));
    else words.push(...flags(`--${kebab(name)}`, option, written));
  }
  // Else a program's own flags, or a name that begins with a dash, would be taken for ours.
  const dashes = operands.some((operand) => operand.startsWith("-")) ? ["--"] : [];
  return [...program(step), ...words, ...dashes, ...operands].map(quoted).join(" ");
}

/** `ftp-servers` must be given a configuration. */
function neededDefault(step: PipelineStep, name: string): string | undefined {
  return isStepOf(serversStage, step) && name === step.stage.main ? step.values.config : undefined;
}

function isOperand(step: PipelineStep, name: string, written: Written): boolean {
  // `ftp-report` takes none.
  if (name !== step.stage.main || isStepOf(reportStage, step)) return false;
  // Several operands are the items of a list, each as it is; a text that stands for a list is something else.
  return !(typeof written === "string" && step.stage.options[name]?.kind.takesList === true);
}

/** `tee` is a command of every Unix; with `-i` Ctrl-C ends it when those before it have said their last words. */
function program({ stage, module }: PipelineStep): readonly string[] {
  if (module !== undefined) return ["node", module];
  return Object.is(stage, teeStage) ? ["tee", "-i"] : [`ftp-${stage.name}`];
}

function flags(flag: string, { kind }: Option, written: Written): readonly string[] {
  if (kind.placeholder === undefined) return kind.parse(written) === true ? [flag] : [];
  if (!isList(written)) return itemsOf(written).flatMap((item) => [flag, item]);
  // One for each, written so that it is not split.
  return written.flatMap((item) => [flag, kind.asText?.(item) ?? item]);
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
