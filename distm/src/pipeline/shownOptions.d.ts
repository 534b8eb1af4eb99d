import type { PipelineStep } from "./pipeline.ts";
/** The options that a step was given, as its file would have them: `jobs: 5`. Variables are not replaced: they may hold secrets. */
export declare function shownOptions({ given }: PipelineStep): readonly string[];
