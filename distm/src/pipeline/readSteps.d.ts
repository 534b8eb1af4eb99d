import { type Node } from "../config/node.ts";
import type { Problems } from "../config/problems.ts";
import type { Stage } from "../stages/stage.ts";
import type { KnownStage } from "./knownStages.ts";
import type { StepDraft } from "./stepDraft.ts";
export declare const STEPS_EXPECTED = "a list of steps such as [servers: cfg.yaml, list, fetch, report]";
/** The steps as the file has them, in their order; undefined for one that can't be understood, which is a problem. */
export declare function readSteps(node: Node | undefined, known: ReadonlyMap<string, KnownStage>, problems: Problems): readonly (StepDraft | undefined)[];
/** The option that a pipeline calls so: keys are written with `_`. */
export declare function optionOf({ options }: Stage, key: string): string | undefined;
export declare function optionKeys({ options }: Stage): readonly string[];
