import type { OperatorFunction } from "rxjs";
import type { OptionInputs, OptionTable } from "../config/options.ts";
import { optionValues } from "../config/optionValues.ts";
import { UsageError } from "../records/fault.ts";
import type { AnyRecord, HarvestRecord } from "../records/record.ts";
import { type Stage, scopeOf } from "../stages/stage.ts";
import { contextAt, enclosed } from "./enclosed.ts";
import { toldTo } from "./reportBelow.ts";
import { chosenBackend } from "./withBackend.ts";

/**
 * A stage as an RxJS operator. Takes the stage's options, or only the value of its main one (`M`). Throws a `UsageError` for a wrong
 * option at once.
 *
 * Records are typed as those of ours, so that `filter((record) => record.type === "download")` narrows. Records of other types pass
 * untouched, whatever the types say.
 */
export type StageOperator<O extends OptionTable, M extends keyof O = never> = (
  options?: OptionInputs<O> | MainInput<O, M>,
) => OperatorFunction<AnyRecord, HarvestRecord>;

type MainInput<O extends OptionTable, M extends keyof O> = NonNullable<OptionInputs<O>[M]>;

/**
 * Makes an operator of a stage. All operators of one chain work in one harvest: they share a run and each server's sessions, and wait
 * for one another. The types take any option for the main one, unless the result is annotated as `StageOperator<…, "size">`.
 */
export function operatorOf<O extends OptionTable>(stage: Stage<O>): StageOperator<O, keyof O> {
  return (options = {}) => {
    const values = optionValues(stage.name, stage.options, byName(stage, options));
    return (source) =>
      enclosed((place) => {
        place.surroundings.prefer(values["jobs"], values["rate"]);
        if (chosenBackend().backend === "threads" && scopeOf(stage, values) === "server")
          place.surroundings.noteHandWritten();
        const context = contextAt(place, stage.name);
        return source.pipe(stage.operator(values, context), toldTo(place.report, context, { stage: stage.name }));
      });
  };
}

/** An object names options; anything else is the main one's value. */
function byName<O extends OptionTable>(
  stage: Stage<O>,
  given: OptionInputs<O> | MainInput<O, keyof O>,
): OptionInputs<O> {
  if (isInputs<O>(given)) return given;
  if (stage.main === undefined)
    throw new UsageError(`${stage.name}: options are given by name, such as { name: value }`);
  // Whether the value is of the option's kind is looked at with all others.
  return { [stage.main]: given } as OptionInputs<O>;
}

function isInputs<O extends OptionTable>(given: unknown): given is OptionInputs<O> {
  return typeof given === "object" && given !== null && !Array.isArray(given);
}
