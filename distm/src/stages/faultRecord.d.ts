import type { Fault } from "../records/fault.ts";
import type { FailureRecord } from "../records/record.ts";
/** The `failure` record of a fault: failure is data and flows to the report. */
export declare function faultRecord(fault: Fault, where: Omit<FailureRecord, "type" | "code" | "message" | "retry">): FailureRecord;
