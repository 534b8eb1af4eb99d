import type { OperatorFunction } from "rxjs";
import type { OptionInputs, OptionTable } from "../config/options.ts";
import type { AnyRecord, HarvestRecord } from "../records/record.ts";
import type { Stage } from "../stages/stage.ts";
/**
 * A stage as an RxJS operator. Takes the stage's options, or only the value of its main one (`M`). Throws a `UsageError` for a wrong
 * option at once.
 *
 * Records are typed as those of ours, so that `filter((record) => record.type === "download")` narrows. Records of other types pass
 * untouched, whatever the types say.
 */
export type StageOperator<O extends OptionTable, M extends keyof O = never> = (options?: OptionInputs<O> | MainInput<O, M>) => OperatorFunction<AnyRecord, HarvestRecord>;
type MainInput<O extends OptionTable, M extends keyof O> = NonNullable<OptionInputs<O>[M]>;
/**
 * Makes an operator of a stage. All operators of one chain work in one harvest: they share a run and each server's sessions, and wait
 * for one another. The types take any option for the main one, unless the result is annotated as `StageOperator<…, "size">`.
 */
export declare function operatorOf<O extends OptionTable>(stage: Stage<O>): StageOperator<O, keyof O>;
export {};
