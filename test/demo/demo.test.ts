import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type DemoOptions, runDemo } from "../../src/demo/demo.ts";

const STAND_IN = fileURLToPath(new URL("standIn.mjs", import.meta.url));

describe("the demo", () => {
  let folder = "";
  let printed = "";

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "fh-demo-"));
    printed = "";
  });
  afterEach(() => rm(folder, { recursive: true }));

  const run = (fault: string, options: Partial<DemoOptions> = {}) =>
    runDemo({
      folder,
      commands: (name) => [process.execPath, STAND_IN, name],
      print: (text) => {
        printed += text;
      },
      env: { ...process.env, STAND_IN_FAULT: fault },
      signal: new AbortController().signal,
      ...options,
    });

  it("ends with 0 when eight servers are whole and two failed as staged", async () => {
    expect(await run("none")).toBe(0);
    expect(printed).toContain("8 servers are whole");
    expect(printed).toContain("branch-004 (login) and branch-007 (connect_refused)");
    // What it was, how it ended, where the files are, and what to try next.
    expect(printed).toContain("ftp-list cfg.yaml | ftp-fetch -j 5 | tee harvest.ndjson | ftp-report --format table\n");
    expect(printed).toContain("a table\n");
    expect(printed).toContain(join(folder, "buffer"));
    expect(printed).toContain("ftp-harvest schema");
    // What went through the pipe is kept.
    const types = (await readFile(join(folder, "harvest.ndjson"), "utf8")).trim().split("\n").map(typeOf);
    expect(new Set(types)).toEqual(new Set(["download", "failure"]));
  });

  it.each([
    ["changed byte", /branch-001: daily-2026-10-30\.csv differs/],
    ["lost row", /branch-001: the result set says nothing/],
    ["wrong code", /branch-007: no failure says connect_refused/],
    ["all is well", /exit code 0, not 1/],
  ])("ends with 1 and says what is different: %s", async (fault, complaint) => {
    expect(await run(fault)).toBe(1);
    expect(printed).toMatch(complaint);
    expect(printed).not.toContain("As staged");
  });

  it("ends with 1, its commands and servers ended too, when the signal comes", async () => {
    const stop = new AbortController();
    const print = () => setTimeout(() => stop.abort(), 50);
    expect(await run("hangs", { signal: stop.signal, print })).toBe(1);
  });

  it("starts nothing that outlives a signal that came before it", async () => {
    expect(await run("none", { signal: AbortSignal.abort() })).toBe(1);
  });

  it("leaves the servers running until the signal when it is to keep them", async () => {
    const stop = new AbortController();
    const print = (text: string) => {
      printed += text;
      if (text.includes("until Ctrl-C")) stop.abort();
    };
    expect(await run("none", { keep: true, signal: stop.signal, print })).toBe(0);
  });
});

function typeOf(line: string): unknown {
  const record: unknown = JSON.parse(line);
  return typeof record === "object" && record !== null && "type" in record ? record.type : undefined;
}
