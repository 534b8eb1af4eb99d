import { expect, it } from "vitest";
import { Fault } from "../../src/records/fault.ts";
import { faultRecord } from "../../src/stages/faultRecord.ts";

it("a fault becomes a failure that says where, what and whether to try again", () => {
  const where = { run: "r", by: "list-1", stage: "list", server: "s", path: "/a" };
  expect(faultRecord(new Fault("busy", "later"), where)).toEqual({
    ...{ type: "failure", run: "r", by: "list-1", stage: "list", server: "s", path: "/a" },
    ...{ code: "busy", message: "later", retry: true },
  });
  expect(faultRecord(new Fault("busy", "never", { retry: false }), where).retry).toBe(false);
});
