import type { BackendWish } from "../config/backendOptions.ts";
import type { OptionTable, OptionValues } from "../config/options.ts";
import type { Position } from "../config/place.ts";
import type { Stage } from "../stages/stage.ts";
import type { Written } from "./written.ts";

/** A pipeline as its file describes it, checked: every step is a known stage with values of the right kinds, in its right place. */
export interface Pipeline {
  /** Absolute path. */
  readonly file: string;
  /** The path as the user wrote it, for messages. */
  readonly shown: string;
  readonly name: string;
  /** At least one; the first one is a source (`servers` or `from`). */
  readonly steps: readonly PipelineStep[];
  /** Where servers are worked on, as far as the file says it. */
  readonly backend: BackendWish;
}

export interface PipelineStep {
  readonly stage: Stage;
  /** Where the step stands in the file. */
  readonly at: Position;
  /** All options, defaults filled in. */
  readonly values: OptionValues<OptionTable>;
  /** By name, those options that the file or `--set` gave. */
  readonly given: ReadonlyMap<string, GivenValue>;
  /** Absolute path of the module that the stage comes from, if it is none of ours. */
  readonly module?: string;
}

export interface GivenValue {
  /** With variables that are not replaced: fit to be shown, since what they hold may be a secret. */
  readonly shown: Written;
  /** Variables replaced. */
  readonly written: Written;
}

/** Whether a step is of this stage: its values are of that stage's kinds then. */
export function isStepOf<O extends OptionTable>(
  stage: Stage<O>,
  step: PipelineStep,
): step is PipelineStep & { readonly values: OptionValues<O> } {
  return Object.is(step.stage, stage);
}
