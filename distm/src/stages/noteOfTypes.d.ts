import { type MonoTypeOperatorFunction } from "rxjs";
import { type AnyRecord } from "../records/record.ts";
import type { StageContext } from "./context.ts";
/** What to tell people of types that look like slips: any name may be a type, and one that never comes is missed by nobody. */
export declare function noteOfTypes(stage: string, types: readonly string[]): string | undefined;
/** Tells it when the work begins: a stage is also made only to see whether it would work. */
export declare function noted(note: string | undefined, context: StageContext): MonoTypeOperatorFunction<AnyRecord>;
