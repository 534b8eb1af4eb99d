import { FOUND, type Node, type TextNode } from "../config/node.ts";
import type { Problems } from "../config/problems.ts";
import type { Environment } from "../config/variables.ts";
import type { Stage } from "../stages/stage.ts";
import { type ImportStages, type StageModule, UnusableModule } from "./stageModule.ts";
import { expandText } from "./written.ts";

/** A stage that a step may name. */
export interface KnownStage {
  readonly stage: Stage;
  /** Absolute path of the module that it comes from, if it is none of ours. */
  readonly module: string | undefined;
}

export interface KnownStagesRequest {
  /** The pipeline's own, which its modules stand beside. */
  readonly file: string;
  /** Ours. */
  readonly stages: readonly Stage[];
  readonly env: Environment;
  readonly load: ImportStages;
  readonly problems: Problems;
}

/** The stages by name: ours, and those of the modules that a pipeline's `stages:` lists. */
export async function knownStages(
  node: Node | undefined,
  request: KnownStagesRequest,
): Promise<ReadonlyMap<string, KnownStage>> {
  const known = new Map<string, KnownStage>(request.stages.map((stage) => [stage.name, { stage, module: undefined }]));
  for (const item of moduleNames(node, request.problems)) {
    const module = await loadModule(item, request);
    for (const stage of module?.stages ?? []) {
      const twin = known.get(stage.name);
      if (twin === undefined) known.set(stage.name, { stage, module: module?.path });
      // One module may hand on another's stage.
      else if (!Object.is(twin.stage, stage)) request.problems.add(item.at, clash(item.text, stage, twin));
    }
  }
  return known;
}

function moduleNames(node: Node | undefined, problems: Problems): readonly TextNode[] {
  if (node === undefined) return [];
  if (node.is !== "list") {
    problems.add(node.at, `\`stages\`: expected a list of modules such as [./at-least.js], found ${FOUND[node.is]}`);
    return [];
  }
  return node.items.filter((item) => {
    if (item.is !== "text")
      problems.add(item.at, `\`stages\`: expected a module such as ./at-least.js, found ${FOUND[item.is]}`);
    return item.is === "text";
  });
}

async function loadModule(
  { text, at }: TextNode,
  { file, env, load, problems }: KnownStagesRequest,
): Promise<StageModule | undefined> {
  const expanded = expandText(text, env);
  if ("problem" in expanded) {
    problems.add(at, `\`stages\`: ${expanded.problem}`);
    return undefined;
  }
  try {
    return await load(expanded.text, file);
  } catch (error) {
    if (!(error instanceof UnusableModule)) throw error;
    problems.add(at, `\`${text}\`: ${error.message}`);
    return undefined;
  }
}

function clash(specifier: string, { name }: Stage, { module }: KnownStage): string {
  const whose = module === undefined ? "one of the toolkit's own" : `that of ${module}`;
  return `\`${specifier}\`: its stage \`${name}\` has the same name as ${whose}; give it another`;
}
