import type { AnyRecord, Ending, EndRecord, InputEnding } from "../records/record.ts";

/** The `end` record in a record that came from outside; undefined when it is none. What is missing in it is empty. */
export function endRecord(record: AnyRecord): EndRecord | undefined {
  const { type, run, by, stage, code, counts, inputs } = record;
  if (type !== "end" || run === undefined || by === undefined || !isExitCode(code)) return undefined;
  return {
    ...record,
    type,
    run,
    by,
    stage: typeof stage === "string" ? stage : stageOf(by),
    code,
    counts: isCounts(counts) ? counts : {},
    inputs: Array.isArray(inputs) ? inputs.filter(isInputEnding) : [],
  };
}

/** The stage in the name of a stage process: `list` in `list-7f3a`. */
export function stageOf(by: string): string {
  return by.replace(/-[^-]*$/, "");
}

const ENDINGS: ReadonlySet<unknown> = new Set<Ending>(["ended", "cut", "closed", "open"]);

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
  return typeof value.by === "string" && ENDINGS.has(value.how);
}
