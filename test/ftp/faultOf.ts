import { expect } from "vitest";
import { Fault } from "../../src/records/fault.ts";

/** The fault that a promise ends with; anything else fails the test. */
export async function faultOf(promise: Promise<unknown>): Promise<Fault> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Fault) return error;
  expect.fail(`no Fault, but ${error}`);
}
