import { basename, extname, resolve } from "node:path";
import { readDocumentFile } from "../config/documentFile.ts";
import { shortened } from "../config/given.ts";
import { didYouMean } from "../config/nearest.ts";
import { type Entry, FOUND, type Node } from "../config/node.ts";
import { Problems } from "../config/problems.ts";
import { ticked } from "../config/ticked.ts";
import type { Environment } from "../config/variables.ts";
import type { Stage } from "../stages/stage.ts";
import { applySets } from "./applySets.ts";
import { backendKeys } from "./backendKeys.ts";
import { checkCopies } from "./checkCopies.ts";
import { checkPlaces } from "./checkPlaces.ts";
import { knownStages } from "./knownStages.ts";
import type { Pipeline } from "./pipeline.ts";
import { readSteps, STEPS_EXPECTED } from "./readSteps.ts";
import { type ImportStages, importStages } from "./stageModule.ts";
import { pipelineStep } from "./stepValues.ts";

export interface PipelineRequest {
  /** Stages that steps may name, besides those of the modules that the file names. */
  readonly stages: readonly Stage[];
  /** Arguments of `--set`: `STEP=VALUE` and `STEP.OPTION=VALUE`. */
  readonly sets: readonly string[];
  readonly env: Environment;
  readonly importStages?: ImportStages;
  /** Told the stages of the steps when all are understood, also where the pipeline is refused in the end. */
  readonly seen?: ((stages: readonly Stage[]) => void) | undefined;
}

/** A pipeline is written by people; this is thousands of steps. */
const LONGEST_FILE_bytes = 1024 * 1024;

const KEYS = ["name", "stages", "steps", "backend", "threads"] as const;

/**
 * Loads a pipeline and checks all of it, and the values of `--set`, as far as that can be done without a stage's own code. The modules
 * that it names are loaded, which runs their code. Throws a `UsageError` that says where and what: `harvest.yaml:7:13: …`.
 */
export async function loadPipeline(file: string, request: PipelineRequest): Promise<Pipeline> {
  const problems = new Problems(file);
  const node = readDocumentFile(file, LONGEST_FILE_bytes, problems);
  const keys = topKeys(node, problems);
  const name = nameOf(keys.get("name"), problems);
  const backend = backendKeys(keys, request.env, problems);
  const { stages, importStages: load = importStages, seen } = request;
  const known = await knownStages(keys.get("stages")?.value, { file, stages, env: request.env, load, problems });
  // The stages of a module that can't be loaded are not unknown ones.
  if (keys.has("stages")) problems.throwAny();
  const drafts = readSteps(keys.get("steps")?.value, known, problems);
  if (drafts.every((draft) => draft !== undefined)) seen?.(drafts.map(({ stage }) => stage));
  checkPlaces(drafts, [...known.values()], problems);
  applySets(request.sets, drafts, problems);
  const steps = drafts
    .filter((draft) => draft !== undefined)
    .map((draft) => pipelineStep(draft, request.env, problems));
  problems.throwAny();
  checkCopies(file, steps, problems);
  problems.throwAny();
  return { file: resolve(file), shown: file, name: name ?? basename(file, extname(file)), steps, backend };
}

function topKeys(node: Node | undefined, problems: Problems): ReadonlyMap<string, Entry> {
  if (node?.is !== "map") {
    problems.add(node?.at, `expected \`steps:\` and ${STEPS_EXPECTED}, found ${FOUND[node?.is ?? "nothing"]}`);
    return new Map();
  }
  const { entries, at } = node;
  for (const [key, entry] of entries) if (!KEYS.some((known) => known === key)) problems.add(entry.at, unknownKey(key));
  if (!entries.has("steps")) problems.add(at, `there are no steps; expected \`steps:\` and ${STEPS_EXPECTED}`);
  return entries;
}

function unknownKey(key: string): string {
  const hint = didYouMean(key, KEYS);
  return `unknown key \`${shortened(key)}\`${hint === "" ? `; known are ${ticked(KEYS)}` : hint}`;
}

/** A label for people: variables are not replaced in it. */
function nameOf(entry: Entry | undefined, problems: Problems): string | undefined {
  if (entry === undefined) return undefined;
  const { value } = entry;
  if (value.is === "text" && value.text !== "") return value.text;
  const found = value.is === "text" ? "an empty one" : FOUND[value.is];
  problems.add(value.at, `\`name\`: expected a text that is not empty, found ${found}`);
  return undefined;
}
