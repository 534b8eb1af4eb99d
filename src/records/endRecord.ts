import { textOf } from "./fields.ts";
import type { AnyRecord, Ending, EndRecord, InputEnding } from "./record.ts";

/** The `end` record in a record that came from outside; undefined when it is none. What is missing in it is empty. */
export function endRecord(record: AnyRecord): EndRecord | undefined {
  const { type, code, counts, inputs } = record;
  const run = textOf(record, "run");
  const by = textOf(record, "by");
  if (type !== "end" || run === undefined || by === undefined || !isExitCode(code)) return undefined;
  return {
    ...record,
    type,
    run,
    by,
    stage: textOf(record, "stage") ?? stageOf(by),
    code,
    counts: isCounts(counts) ? counts : {},
    inputs: Array.isArray(inputs) ? inputs.filter(isInputEnding) : [],
  };
}

/** The stage in the name of a stage process: `list` in `list-7f3a`. */
export function stageOf(by: string): string {
  return by.replace(/-[^-]*$/, "");
}

export function isEnding(value: unknown): value is Ending {
  return ENDINGS.includes(value);
}

/** Of two words on how one source ended, the one that counts: the worse, for who knew nothing saw least. */
export function worseEnding(a: Ending, b: Ending): Ending {
  return ENDINGS.indexOf(b) > ENDINGS.indexOf(a) ? b : a;
}

/** From knowing nothing to worst. */
const ENDINGS: readonly unknown[] = ["open", "ended", "closed", "cut"] satisfies Ending[];

function isExitCode(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 255;
}

function isCounts(value: unknown): value is EndRecord["counts"] {
  return (
    typeof value === "object" && value !== null && Object.values(value).every((count) => typeof count === "number")
  );
}

function isInputEnding(value: unknown): value is InputEnding {
  if (typeof value !== "object" || value === null || !("by" in value) || !("how" in value)) return false;
  return typeof value.by === "string" && isEnding(value.how);
}
