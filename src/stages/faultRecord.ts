import type { Fault } from "../records/fault.ts";
import type { FailureRecord } from "../records/record.ts";

/** The `failure` record of a fault: failure is data and flows to the report. */
export function faultRecord(
  fault: Fault,
  where: Omit<FailureRecord, "type" | "code" | "message" | "retry">,
): FailureRecord {
  const { run, by, ...rest } = where;
  return { type: "failure", run, by, ...rest, code: fault.code, message: fault.message, retry: fault.retry };
}
