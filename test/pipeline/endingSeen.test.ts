import { describe, expect, it } from "vitest";
import { SeenRecords } from "../../src/pipeline/endingSeen.ts";
import type { AnyRecord } from "../../src/records/record.ts";

const stamp = { run: "run-1", by: "list-1", server: "branch-001" };
const failure = { type: "failure", ...stamp, code: "denied", path: "/a" };

describe("control records seen", () => {
  it.each<{ why: string; record: AnyRecord }>([
    { why: "the same", record: failure },
    { why: "with a field more, as jq may add", record: { ...failure, seen: true } },
    { why: "with its fields in another order", record: { path: "/a", code: "denied", ...stamp, type: "failure" } },
  ])("are known again: $why", ({ record }) => {
    const seen = new SeenRecords();
    expect(seen.add(failure)).toBe(true);
    expect(seen.add(record)).toBe(false);
  });

  it.each<{ why: string; record: AnyRecord }>([
    { why: "another type", record: { ...failure, type: "skipped" } },
    { why: "another run", record: { ...failure, run: "run-2" } },
    { why: "another stage process", record: { ...failure, by: "list-2" } },
    { why: "another server", record: { ...failure, server: "branch-002" } },
    { why: "another file", record: { ...failure, path: "/b" } },
    { why: "other bytes of the same name", record: { ...failure, raw: "L/8=" } },
    { why: "another reason", record: { ...failure, code: "timeout" } },
    { why: "no file", record: { type: "failure", ...stamp, code: "denied" } },
  ])("are told apart: $why", ({ record }) => {
    const seen = new SeenRecords();
    seen.add(failure);
    expect(seen.add(record)).toBe(true);
  });

  it("are told apart by all they say when their type is unknown", () => {
    const seen = new SeenRecords();
    expect(seen.add({ type: "weather", ...stamp, rain: 1 })).toBe(true);
    expect(seen.add({ type: "weather", ...stamp, rain: 2 })).toBe(true);
    expect(seen.add({ type: "weather", ...stamp, rain: 2 })).toBe(false);
  });

  it("may come twice past the limit, but are never lost, and room is kept for servers", () => {
    const seen = new SeenRecords(100);
    const files = Array.from({ length: 200 }, (_, at) => ({ ...failure, path: `/${at}` }));
    expect(files.filter((file) => seen.add(file))).toHaveLength(200);
    expect(files.filter((file) => seen.add(file))).toHaveLength(150);
    const listed = { type: "listed", ...stamp };
    expect(seen.add(listed)).toBe(true);
    expect(seen.add(listed)).toBe(false);
  });

  it("do not hide one another among a hundred thousand", () => {
    const seen = new SeenRecords();
    for (let at = 0; at < 100_000; at++) expect(seen.add({ ...failure, path: `/${at}` })).toBe(true);
  });
});
