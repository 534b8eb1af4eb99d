import { type Node } from "../config/node.ts";
import type { Problems } from "../config/problems.ts";
import type { Environment } from "../config/variables.ts";
import type { Stage } from "../stages/stage.ts";
import { type ImportStages } from "./stageModule.ts";
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
export declare function knownStages(node: Node | undefined, request: KnownStagesRequest): Promise<ReadonlyMap<string, KnownStage>>;
