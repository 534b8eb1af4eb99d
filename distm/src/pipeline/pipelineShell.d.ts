import { type Pipeline } from "./pipeline.ts";
/**
 * The pipe of commands that is equal to a pipeline, as a bash script. Variables are replaced in it: what they hold can be read there, and
 * in the list of processes when it runs.
 */
export declare function pipelineShell({ name, shown, steps }: Pipeline): string;
