import { type AnyRecord, TYPES } from "./record.ts";

/** Counts what a stage writes, and what that means for its exit code. */
export class Tally {
  readonly counts: Record<string, number> = {};
  /** 1 when a failure was written or passed on, or something was left undone; else 0. */
  code: 0 | 1 = 0;

  add(record: AnyRecord): void {
    // Foreign types are counted together: there is no bound on how many there may be.
    const type = TYPES.has(record.type) ? record.type : "other";
    this.counts[type] = (this.counts[type] ?? 0) + 1;
    if (isFault(record)) this.code = 1;
  }
}

function isFault(record: AnyRecord): boolean {
  if (record.type === "failure") return true;
  if (record.type === "listed") return record["complete"] === false;
  return record.type === "harvested" && (Number(record["failed"]) > 0 || Number(record["not_started"]) > 0);
}
