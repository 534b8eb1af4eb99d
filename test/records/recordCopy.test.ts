import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { RecordCopy } from "../../src/records/recordCopy.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fh-record-copy-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(): { readonly copy: RecordCopy; readonly text: () => string } {
  const path = join(folder, "copy");
  const process = { run: "r", by: "harvest-1" };
  const refused = (error: unknown) => {
    throw error;
  };
  const copy = new RecordCopy({ path, mode: 0o600, process, maker: "tee", refused });
  return { copy, text: () => readFileSync(path, "utf8") };
}

describe("a copy made inside of a process", () => {
  it("has the process under a name of its own, and all others' records as they are", () => {
    const { copy, text } = open();
    copy.record({ type: "server", by: "harvest-1", server: "s" });
    copy.record({ type: "file", by: "list-1", server: "s" });
    copy.close();
    expect(text()).toBe(
      '{"type":"server","by":"harvest-1-tee","server":"s"}\n{"type":"file","by":"list-1","server":"s"}\n',
    );
  });

  it("says at its end what it came to", () => {
    const { copy, text } = open();
    copy.record({ type: "failure" });
    copy.finish();
    copy.close();
    const [, end] = text().split("\n");
    expect(JSON.parse(end ?? "")).toEqual({
      ...{ type: "end", run: "r", by: "harvest-1-tee", stage: "tee", code: 1, counts: { failure: 1 }, inputs: [] },
    });
  });

  it("does not say so where it was left", () => {
    const { copy, text } = open();
    copy.close();
    expect(text()).toBe("");
  });
});
