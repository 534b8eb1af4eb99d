import type { Stage } from "../stages/stage.ts";
/** Every stage of ours, in the order in which records pass them. A new stage is a line here. */
export declare const STAGES: readonly Stage[];
