import { describe, expect, it } from "vitest";
import { isFileName } from "../../src/pipeline/journalFolder.ts";
import { newBy, newRunId } from "../../src/pipeline/journalNames.ts";

describe("names of runs and stage processes", () => {
  it("sort runs by time", () => {
    expect(newRunId(new Date("2026-11-24T01:38:15.123Z"))).toMatch(/^20261124-013815-[0-9a-f]{8}$/);
  });

  it("begin with the stage", () => {
    expect(newBy("list")).toMatch(/^list-[0-9a-f]{8}$/);
  });

  it("are other ones each time, and can be file names", () => {
    expect(newBy("list")).not.toBe(newBy("list"));
    expect(isFileName(newRunId()) && isFileName(newBy("fetch"))).toBe(true);
  });
});
