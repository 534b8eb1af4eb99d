import { defer, type MonoTypeOperatorFunction } from "rxjs";
import { didYouMean } from "../config/nearest.ts";
import { type AnyRecord, TYPES } from "../records/record.ts";
import type { StageContext } from "./context.ts";

/** What to tell people of types that look like slips: any name may be a type, and one that never comes is missed by nobody. */
export function noteOfTypes(stage: string, types: readonly string[]): string | undefined {
  const slips = types.filter((type) => !TYPES.has(type)).map((type) => ({ type, hint: didYouMean(type, TYPES) }));
  const slip = slips.find(({ hint }) => hint !== "");
  return slip && `${stage}: \`${slip.type}\` is none of the usual types of records${slip.hint}`;
}

/** Tells it when the work begins: a stage is also made only to see whether it would work. */
export function noted(note: string | undefined, context: StageContext): MonoTypeOperatorFunction<AnyRecord> {
  return (source) =>
    defer(() => {
      if (note !== undefined) context.note(note);
      return source;
    });
}
