import { describe, expect, it } from "vitest";
import type { AnyRecord } from "../../src/records/record.ts";
import { Tally } from "../../src/records/tally.ts";

function tallied(...records: AnyRecord[]): Tally {
  const tally = new Tally();
  for (const record of records) tally.add(record);
  return tally;
}

describe("a tally", () => {
  it("counts by type, and foreign types together", () => {
    const types = ["file", "file", "server", "weather", "__proto__", "constructor"];
    expect(tallied(...types.map((type) => ({ type }))).counts).toEqual({ file: 2, server: 1, other: 3 });
  });

  it.each([
    [{ type: "failure" }, 1],
    [{ type: "listed", complete: false }, 1],
    [{ type: "listed", complete: true }, 0],
    [{ type: "harvested", failed: 1, not_started: 0 }, 1],
    [{ type: "harvested", failed: 0, not_started: 1 }, 1],
    [{ type: "harvested", failed: 0, not_started: 0 }, 0],
    [{ type: "skipped" }, 0],
    [{ type: "weather", failed: 1, complete: false }, 0],
  ])("takes %j for the exit code %i", (record, code) => {
    expect(tallied({ type: "file" }, record, { type: "file" }).code).toBe(code);
  });
});
