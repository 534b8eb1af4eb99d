import { shortened } from "../config/given.ts";
import { didYouMean } from "../config/nearest.ts";
import { FOUND, type Node } from "../config/node.ts";
import { unknownOption } from "../config/optionValues.ts";
import type { Position } from "../config/place.ts";
import type { Problems } from "../config/problems.ts";
import { snake } from "../config/spelling.ts";
import { ticked } from "../config/ticked.ts";
import type { Stage } from "../stages/stage.ts";
import type { KnownStage } from "./knownStages.ts";
import type { GivenOption, StepDraft } from "./stepDraft.ts";
import { writtenIn } from "./written.ts";

export const STEPS_EXPECTED = "a list of steps such as [servers: cfg.yaml, list, fetch, report]";

/** The steps as the file has them, in their order; undefined for one that can't be understood, which is a problem. */
export function readSteps(
  node: Node | undefined,
  known: ReadonlyMap<string, KnownStage>,
  problems: Problems,
): readonly (StepDraft | undefined)[] {
  if (node === undefined) return [];
  if (node.is !== "list" || node.items.length === 0) {
    const found = node.is === "list" ? "an empty list" : FOUND[node.is];
    problems.add(node.at, `\`steps\`: expected ${STEPS_EXPECTED}, found ${found}`);
    return [];
  }
  const reader = new StepReader(known, problems);
  return node.items.map((item) => reader.step(item));
}

class StepReader {
  readonly #known: ReadonlyMap<string, KnownStage>;
  readonly #problems: Problems;

  constructor(known: ReadonlyMap<string, KnownStage>, problems: Problems) {
    this.#known = known;
    this.#problems = problems;
  }

  /** `list`, `list: { include: "*.csv" }`, or `tee: listed.ndjson`. */
  step(item: Node): StepDraft | undefined {
    if (item.is === "text") return this.#draft(item.text, item.at, undefined);
    if (item.is !== "map") {
      this.#problems.add(item.at, `a step is ${STEP_EXPECTED}, found ${FOUND[item.is]}`);
      return undefined;
    }
    const [only, ...others] = item.entries;
    if (only === undefined || others.length > 0) {
      this.#problems.add(item.at, severalKeys([...item.entries.keys()]));
      return undefined;
    }
    const [name, { at, value }] = only;
    return this.#draft(name, at, value);
  }

  #draft(name: string, at: Position, value: Node | undefined): StepDraft | undefined {
    const known = this.#known.get(name);
    if (known === undefined) {
      this.#problems.add(at, unknownStage(name, [...this.#known.keys()]));
      return undefined;
    }
    return { ...known, at, given: this.#options(known.stage, value) };
  }

  #options(stage: Stage, value: Node | undefined): Map<string, GivenOption> {
    const given = new Map<string, GivenOption>();
    if (value === undefined || value.is === "nothing") return given;
    if (value.is !== "map") {
      if (stage.main === undefined) this.#problems.add(value.at, withoutMain(stage, FOUND[value.is]));
      else this.#give(given, stage.main, stage.name, value, stage);
      return given;
    }
    for (const [key, { at, value: node }] of value.entries) {
      const name = optionOf(stage, key);
      if (name === undefined) this.#problems.add(at, `\`${stage.name}\`: ${unknownOption(key, optionKeys(stage))}`);
      else this.#give(given, name, key, node, stage);
    }
    return given;
  }

  #give(given: Map<string, GivenOption>, name: string, shown: string, node: Node, stage: Stage): void {
    const value = writtenIn(node);
    if (value !== undefined) given.set(name, { shown, value, from: node.at });
    else {
      const expected = stage.options[name]?.kind.expected;
      const found = node.is === "list" || node.is === "map" ? `${FOUND[node.is]} of something else` : FOUND[node.is];
      this.#problems.add(node.at, `\`${shown}\`: expected ${expected}, found ${found}`);
    }
  }
}

/** The option that a pipeline calls so: keys are written with `_`. */
export function optionOf({ options }: Stage, key: string): string | undefined {
  return Object.keys(options).find((name) => snake(name) === key);
}

export function optionKeys({ options }: Stage): readonly string[] {
  return Object.keys(options).map(snake);
}

const STEP_EXPECTED = "a stage's name, alone as in `- list` or with its options as in `- fetch: { jobs: 5 }`";

function severalKeys(keys: readonly string[]): string {
  if (keys.length === 0) return `a step is ${STEP_EXPECTED}, found an empty map`;
  const found = keys.map((key) => shortened(key));
  return `a step has one stage, found ${ticked(found)}; begin each step with \`- \`, and indent a stage's options deeper than its name`;
}

function unknownStage(name: string, known: readonly string[]): string {
  // As its command is called.
  const hint = didYouMean(name.replace(/^ftp-/, ""), known);
  return `unknown stage \`${shortened(name)}\`${hint === "" ? `; known are ${ticked(known)}` : hint}`;
}

function withoutMain(stage: Stage, found: string): string {
  const keys = optionKeys(stage);
  const expected = keys.length === 0 ? "it has none" : `known are ${ticked(keys)}`;
  return `\`${stage.name}\`: expected its options by name, found ${found}; ${expected}`;
}
