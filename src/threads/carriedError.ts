import { CODES, type Code } from "../records/codes.ts";
import { errorCode } from "../records/errorCode.ts";
import { Fault, UsageError } from "../records/fault.ts";
import type { CarriedError } from "./messages.ts";

/** An error as another thread can be told of it. */
export function carried(error: unknown): CarriedError {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const is = error instanceof Fault ? "fault" : error instanceof UsageError ? "usage" : "bug";
  return { is, name, message, stack, code: errorCode(error), retry: error instanceof Fault && error.retry };
}

/** What was thrown in the other thread, with its place there. */
export function arrived(told: CarriedError): Error {
  const error = Object.assign(classed(told), told.stack === undefined ? {} : { stack: told.stack });
  return told.is === "bug"
    ? Object.assign(error, { name: told.name }, told.code === "" ? {} : { code: told.code })
    : error;
}

function classed({ is, message, code, retry }: CarriedError): Error {
  if (is === "usage") return new UsageError(message);
  return is === "fault" && isCode(code) ? new Fault(code, message, { retry }) : new Error(message);
}

function isCode(code: string): code is Code {
  return Object.hasOwn(CODES, code);
}
