import type { Position } from "../config/place.ts";
import type { Stage } from "../stages/stage.ts";
import type { Written } from "./written.ts";
/** A step as the file has it; `--set` may still change its values, and nobody has looked at them yet. */
export interface StepDraft {
    readonly stage: Stage;
    readonly at: Position;
    /** Absolute path of the module that the stage comes from, if it is none of ours. */
    readonly module: string | undefined;
    /** By the option's name in code. */
    readonly given: Map<string, GivenOption>;
}
export interface GivenOption {
    /** Its name as the user wrote it; the stage's where the main option has none. */
    readonly shown: string;
    /** As it is written. */
    readonly value: Written;
    /** A place in the file, or the argument of `--set`. */
    readonly from: Position | string;
}
